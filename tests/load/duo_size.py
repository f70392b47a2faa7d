"""How long an import of large files takes, and how much memory: `python -m tests.load.duo_size`.

The files are invented from the catalogue of this product: 15,000 rows of mbo, 100,000 rows of
exams, 1,600 locations. Not a test: what it prints stands in docs/catalogue.md.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice, product
from pathlib import Path

import click

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.load import load_catalogue
from tests.domain.catalogue.duo import files
from tests.own_app import SECRETS

QUIZ = (sys.executable, "-c", "from quiz.cli import main; main()")
PROFILES = ("PIE", "BWI", "MTR", "MVI", "G", "ZWE", "EO", "HBR", "DP")
GENERAL = ("Natuur en Techniek", "Natuur en Gezondheid", "Economie en Maatschappij")
MBO_ROWS, EXAM_ROWS = 15_000, 100_000


def main() -> None:
    """Make the files, import them twice, and print seconds and megabytes."""
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [str(make(catalogue).put(folder)) for make in (_locations, _exams, _mbo)]
        environment = {**os.environ, **{key.upper(): text for key, text in SECRETS.items()}}
        environment["DATA_DIR"] = name
        for words in (("db", "upgrade"), ("catalogue", "load")):
            subprocess.run([*QUIZ, *words], env=environment, check=True, capture_output=True)
        for options in ((), ("--apply",), ("--apply",)):
            _timed(("catalogue", "import", "duo", *options, *made), environment)


def _timed(words: tuple[str, ...], environment: dict[str, str]) -> None:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [*QUIZ, *words], env=environment, capture_output=True, text=True, check=True
    )
    seconds, used = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    counts = [line for line in done.stdout.splitlines() if not line.startswith("  ")]
    click.echo(
        f"{seconds:.1f} s, {processor:.1f} s of processor, at most {used.ru_maxrss >> 10} MB: "
        + " | ".join(counts)
    )


def _locations(catalogue: Catalogue) -> files.DuoFile:
    rows = [
        files.location(
            code,
            f"Invented {school.name}",
            {
                "PLAATSNAAM": catalogue.municipalities[school.municipality].name,
                "GEMEENTENUMMER": school.municipality[2:],
                "POSTCODE": "1234AB",
            },
        )
        for school in catalogue.institutions.values()
        for code in school.register_codes
        if school.kind == "vo"
    ]
    towns = cycle(catalogue.municipalities.values())
    rows += [
        files.location(
            f"{number // 90 + 10}ZZ{number % 90 + 10}",
            f"Invented {number}",
            {"PLAATSNAAM": town.name, "GEMEENTENUMMER": town.code[2:], "POSTCODE": "1234AB"},
        )
        for number, town in zip(range(600), towns, strict=False)
    ]
    return files.LOCATIONS.with_rows(*rows)


def _exams(catalogue: Catalogue) -> files.DuoFile:
    codes = [row["VESTIGINGSCODE"] for row in _locations(catalogue).rows]
    kinds = [("VMBO", profile, "KL", "Techniek") for profile in PROFILES]
    kinds += [(kind, profile, " ", "") for kind in ("HAVO", "VWO") for profile in GENERAL]
    rows = (
        files.exam(code, kind, profile, "12", LEERWEG=path, SECTOR=sector)
        for code, (kind, profile, path, sector) in cycle(product(codes, kinds))
    )
    return files.PROFILES.with_rows(*islice(rows, EXAM_ROWS))


def _mbo(catalogue: Catalogue) -> files.DuoFile:
    codes = [row.code for row in catalogue.programmes.values() if row.code_system == "crebo"]
    colleges = [row for row in catalogue.institutions.values() if row.kind == "mbo"]
    towns = [town.name for town in islice(catalogue.municipalities.values(), 12)]
    rows = (
        files.mbo(f"1{number:02}A001", college.name, code, path, town, POSTCODE="1234AB")
        for town, code, path, (number, college) in product(
            towns, codes, ("BOL", "BBL"), enumerate(colleges)
        )
    )
    return files.MBO.with_rows(*islice(rows, MBO_ROWS))


if __name__ == "__main__":
    main()
