"""A small catalogue with the programmes that the files speak about, and previews against it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.duo.compare import Preview
from quiz.domain.catalogue.duo.importing import Facts, propose
from quiz.domain.catalogue.duo.standing import Key, Standing, Stored
from quiz.domain.catalogue.files.stored import catalogue_of_cells, cells_of
from tests.domain.catalogue.duo.files import DuoFile
from tests.domain.catalogue.small import ALKMAAR, EDE, Files, programme, small_files

TODAY = date(2026, 11, 27)
VMBO = ("vmbo-pie", "vmbo-bwi", "vmbo-zw", "vmbo-dp", "vmbo-gt-techniek")
Look = Callable[..., Preview]
NOTHING = Preview({}, (), (), (), (), (), (), 0, 0, (), (), ())


def duo_catalogue() -> Files:
    """The rows of a catalogue with profiles, mbo and hbo, and a place name that is double."""
    files = small_files()
    files["programmes.csv"] += [programme(name, "vmbo", "bouw:1") for name in VMBO]
    files["programmes.csv"] += [
        programme(f"havo-{name}", "havo", "bouw:1") for name in ("nt", "ng")
    ]
    for name, code in (("techniek", "34275"), ("water", "34280")):
        row = programme(name, "hbo", "bouw:1")
        files["programmes.csv"].append({**row, "code_system": "croho", "code": code})
    files["programmes.csv"] = [row for row in files["programmes.csv"] if row["id"] != "zorgen"]
    files["places.csv"] += [
        {"place": "Rijs", "municipality": "GM0228", **EDE},
        {"place": "Rijs", "municipality": "GM0361", **ALKMAAR},
        {"place": "Rijs-Zuid", "municipality": "GM0361", **ALKMAAR},
    ]
    return files


def standing_of(
    catalogue: Catalogue, origins: Mapping[Key, str], changed: Mapping[Key, Mapping[str, str]]
) -> Standing:
    """A catalogue as a database has it, with the origin of each row ("seed" where not said)."""
    rows = {
        (file, key): Stored({**cells, **changed.get((file, key), {})}, "seed")
        for file, of_file in cells_of(catalogue).items()
        for key, cells in of_file.items()
    }
    rows |= {key: Stored(rows[key].cells, origin) for key, origin in origins.items()}
    live: dict[str, list[Mapping[str, str]]] = {}
    for (file, _), row in rows.items():
        if row.origin not in {"removed", "lapsed"}:
            live.setdefault(file, []).append(row.cells)
    return Standing(catalogue_of_cells(live), rows)


def after(standing: Standing, preview: Preview = NOTHING) -> Standing:
    """What stands when a preview was applied."""
    rows = dict(standing.stored)
    rows |= {key: Stored(cells, "duo") for key, cells in preview.rows.items()}
    live: dict[str, list[Mapping[str, str]]] = {}
    for (file, _), row in rows.items():
        if row.origin not in {"removed", "lapsed"}:
            live.setdefault(file, []).append(row.cells)
    return Standing(catalogue_of_cells(live), rows)


@pytest.fixture(scope="session")
def standing() -> Standing:
    """The small catalogue as it was loaded."""
    return standing_of(catalogue_of_cells(duo_catalogue()), {}, {})


@pytest.fixture
def look(standing: Standing, tmp_path: Path) -> Look:
    """The preview of some files, against the small catalogue or another one."""

    def preview(*files: DuoFile, against: Standing = standing) -> Preview:
        facts = Facts(TODAY)
        for file in files:
            facts.read(file.put(tmp_path))
        return propose(against, facts)

    return preview
