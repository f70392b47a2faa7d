"""A tiny catalogue, all in order, that a test may change at one place before it is written."""

import csv
from pathlib import Path

from quiz.domain.catalogue.files.columns import TABLES
from quiz.domain.catalogue.files.schema import LEVELS_OF_KIND

Rows = list[dict[str, str]]
Files = dict[str, Rows]

SOURCE = {"source_url": "https://example.org/bron", "confirmed": "yes", "checked_on": "2026-11-21"}
EDE = {"lat": "52.0388", "lon": "5.6519"}
ALKMAAR = {"lat": "52.6320", "lon": "4.7530"}
MIDDELBURG = {"lat": "51.4990", "lon": "3.6140"}


def programme(name: str, level: str, worlds: str) -> dict[str, str]:
    """Make a programme row; mbo levels get a crebo."""
    kind = next(kind for kind, levels in LEVELS_OF_KIND.items() if level in levels)
    return {
        "id": name,
        "kind": kind,
        "code_system": "crebo" if kind == "mbo" else "none",
        "code": "25001" if kind == "mbo" else "",
        "level": level,
        "name_nl": name.capitalize(),
        "name_en": f"{name} in English",
        "duration_years": "3",
        "worlds": worlds,
        "tags": "",
        "description_nl": "Je leert iets.",
        "description_en": "You learn something.",
        "example_jobs_nl": "monteur;lasser",
        "code_note": "",
        **SOURCE,
    }


def offering(programme_id: str, institution: str, town: str, mode: str) -> dict[str, str]:
    """Make an offering row."""
    return {
        "programme_id": programme_id,
        "institution_id": institution,
        "location_municipality": town,
        "mode": mode,
        "location_confirmed": "yes",
        **SOURCE,
    }


def company(name: str, town: str, worlds: str) -> dict[str, str]:
    """Make a company row."""
    return {
        "id": name,
        "name": name.capitalize(),
        "municipality": town,
        **EDE,
        "coord_precision": "municipality",
        "worlds": worlds,
        "tags": "",
        "sectors": "bouw",
        "size_class": "klein",
        "what_they_do_nl": "Bouwt iets.",
        "what_they_do_en": "Builds something.",
        "website": f"https://{name}.example.org",
        **SOURCE,
        "for_pupils": "yes",
    }


def event(name: str, town: str, kind: str, scope: str) -> dict[str, str]:
    """Make an event row about both worlds."""
    return {
        "id": name,
        "name": name.capitalize(),
        "kind": kind,
        "scope": scope,
        "municipality": town,
        "months": "3",
        "worlds": "bouw:1;zorg:1",
        "tags": "",
        "website": "",
        **SOURCE,
        "for_everybody": "yes",
    }


def institution(name: str, town: str) -> dict[str, str]:
    """Make an institution row."""
    return {
        "id": name,
        "name": name.capitalize(),
        "kind": "mbo",
        "municipality": town,
        **EDE,
        "coord_precision": "municipality",
        "website": "https://example.org",
        **SOURCE,
    }


def town(code: str, name: str, province: str, where: dict[str, str]) -> dict[str, str]:
    """Make a municipality row; its region has the province's name."""
    region = province.lower()
    return {
        "code": code,
        "name": name,
        "province": province,
        "arbeidsmarktregio_id": region,
        "app_region_id": region,
        **where,
        "coord_source": "mean",
    }


def region(name: str) -> dict[str, str]:
    """Make a region row."""
    return {"id": name, "name": name, "cbs_code": "AM01", "seed_region": "no", "source_url": ""}


def small_files() -> Files:
    """Make the rows of a small catalogue: two worlds, three towns, a little of everything."""
    return {
        "worlds.csv": [
            {"id": "bouw", "order": "1", "name_nl": "Bouw", "name_en": "Building"},
            {"id": "zorg", "order": "2", "name_nl": "Zorg", "name_en": "Care"},
        ],
        "regions.csv": [region("gelderland"), region("noord-holland"), region("zeeland")],
        "municipalities.csv": [
            town("GM0228", "Ede", "Gelderland", EDE),
            town("GM0361", "Alkmaar", "Noord-Holland", ALKMAAR),
            town("GM0687", "Middelburg", "Zeeland", MIDDELBURG),
        ],
        "places.csv": [{"place": "Ederveen", "municipality": "GM0228", **EDE}],
        "programmes.csv": [
            programme("bouwen", "vmbo", "bouw:1"),
            programme("timmeren", "mbo-3", "bouw:1;zorg:0.2"),
            programme("zorgen", "mbo-3", "zorg:0.9"),
        ],
        "institutions.csv": [institution("vak", "GM0228"), institution("zee", "GM0687")],
        "offerings.csv": [
            offering("timmeren", "vak", "GM0228", "bol"),
            offering("timmeren", "vak", "GM0228", "bbl"),
            offering("timmeren", "zee", "GM0687", "bol"),
        ],
        "companies.csv": [company("bouwer", "GM0228", "bouw:1")],
        "events.csv": [
            event("dichtbij", "GM0228", "fair", "regional"),
            event("landelijk", "GM0361", "day", "national"),
        ],
    }


def write_files(folder: Path, files: Files) -> None:
    """Write the rows as the files of a catalogue."""
    for table in TABLES:
        with (folder / table.file).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(table.columns))
            writer.writeheader()
            writer.writerows(files[table.file])
