"""The catalogue is read whole or not at all, and every mistake is told so that it can be mended."""

import dataclasses
from pathlib import Path

import pytest

from quiz.domain.bank.schema import BankError
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files import load
from quiz.domain.catalogue.files.findings import CatalogueError
from quiz.domain.catalogue.files.load import check_catalogue, load_catalogue
from tests.domain.catalogue.small import Files, write_files


def test_the_real_catalogue_has_no_findings() -> None:
    assert check_catalogue() == []


def test_the_real_catalogue_holds_every_row_of_its_files(seed: Catalogue) -> None:
    counts = {file: len(rows) for file, rows in seed.rows.items()}
    assert counts == {
        "worlds.csv": 7,
        "regions.csv": 35,
        "municipalities.csv": 342,
        "places.csv": 2412,
        "programmes.csv": 368,
        "institutions.csv": 1063,
        "offerings.csv": 7020,
        "companies.csv": 639,
        "events.csv": 114,
    }


def test_what_is_shown_always_has_a_source(seed: Catalogue) -> None:
    groups = (seed.shown_programmes, seed.shown_offerings, seed.shown_companies)
    shown = [row for group in groups for rows in group.values() for row in rows]
    assert all(row.source_url for row in (*shown, *seed.shown_events))
    assert len(shown) == 366 + 6949 + 163


def test_what_is_still_to_be_checked_is_shown_to_nobody(seed: Catalogue) -> None:
    rows = [*seed.rows["companies.csv"], *seed.rows["events.csv"]]
    waiting = [row for row in rows if row.id.startswith("na-te-kijken-")]
    assert len(waiting) > 300
    assert not any(row.source_url or row.confirmed or row.checked_on for row in waiting)
    shelves = (*seed.company_shelf.rows, *seed.event_shelf.rows)
    companies = [row for found in seed.shown_companies.values() for row in found]
    shown = {row.id for row in (*shelves, *companies, *seed.shown_events)}
    assert shown.isdisjoint(row.id for row in waiting)


def test_a_name_of_a_programme_begins_as_a_name_does(seed: Catalogue) -> None:
    names = [row.name_nl for row in seed.programmes.values()]
    assert [name for name in names if name[0].islower()] == []


def test_a_loaded_catalogue_cannot_be_changed(seed: Catalogue) -> None:
    with pytest.raises(TypeError):
        seed.programmes["new"] = next(iter(seed.programmes.values()))  # type: ignore[index]
    with pytest.raises(TypeError):
        next(iter(seed.programmes.values())).worlds["new"] = 1.0  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        seed.worlds = {}  # type: ignore[misc]


def test_a_mark_at_the_start_and_empty_lines_as_spreadsheets_write_them_do_no_harm(
    files: Files, tmp_path: Path
) -> None:
    write_files(tmp_path, files)
    worlds = tmp_path / "worlds.csv"
    worlds.write_bytes(b"\xef\xbb\xbf" + worlds.read_bytes() + b"\r\n\r\n")
    assert check_catalogue(tmp_path) == []


def test_nothing_is_loaded_when_anything_is_wrong(files: Files, tmp_path: Path) -> None:
    files["companies.csv"][0]["worlds"] = "nergens:1"
    write_files(tmp_path, files)
    with pytest.raises(CatalogueError, match=r"'nergens' staat niet in worlds\.csv") as refused:
        load_catalogue(tmp_path)
    assert [finding.row for finding in refused.value.findings] == [2]


def test_files_from_before_the_tags_are_read_as_rows_without_them(
    files: Files, tmp_path: Path
) -> None:
    for row in files["companies.csv"]:
        row["tags"] = "robots;telen"
    write_files(tmp_path, files)
    assert load_catalogue(tmp_path).companies["bouwer"].tags == ("robots", "telen")
    for name in ("programmes", "companies", "events"):
        text = (tmp_path / f"{name}.csv").read_text("utf-8")
        older = text.replace(",tags,", ",").replace(",robots;telen,", ",").replace(":1,,", ":1,")
        (tmp_path / f"{name}.csv").write_text(
            older.replace(":0.2,,", ":0.2,").replace(":0.9,,", ":0.9,"), "utf-8"
        )
    assert load_catalogue(tmp_path).companies["bouwer"].tags == ()


def test_broken_questions_are_no_mistake_of_the_catalogue(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are told by `quiz check`; the tags of the files are then taken as they are."""

    def refuse() -> None:
        raise BankError("bank.yaml: cannot be read")

    files["companies.csv"][0]["tags"] = "robots"
    write_files(tmp_path, files)
    monkeypatch.setattr(load, "load_bank", refuse)
    assert check_catalogue(tmp_path) == []


def test_a_message_stays_readable_with_very_many_findings(files: Files, tmp_path: Path) -> None:
    files["events.csv"] = [
        {**files["events.csv"][0], "id": f"e{n}", "kind": "?"} for n in range(30)
    ]
    write_files(tmp_path, files)
    with pytest.raises(CatalogueError, match=r"\.\.\. en nog 10$") as refused:
        load_catalogue(tmp_path)
    assert len(refused.value.findings) == 30
