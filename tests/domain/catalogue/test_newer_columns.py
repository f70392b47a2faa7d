"""Columns that came later: a file of before does without them, and what they hold comes back."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quiz.cli import main
from quiz.domain.catalogue.files.audience import AUDIENCE
from quiz.domain.catalogue.files.columns import TABLES
from quiz.domain.catalogue.files.export import export_catalogue
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.load import check_catalogue, load_catalogue
from quiz.domain.catalogue.files.stored import catalogue_of_cells, cells_of
from quiz.domain.catalogue.fragile_links import fragile_links
from quiz.domain.catalogue.matching.ladder import LADDER
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, small_files, write_files

YEARS = st.tuples(st.integers(1, 8), st.integers(1, 8)).map(
    lambda ends: tuple(range(min(ends), max(ends) + 1))
)
AUDIENCES = st.dictionaries(st.sampled_from(list(LADDER)), st.just(()) | YEARS)


def without_newer(folder: Path) -> None:
    """Take the columns that came later out of every file, as a file of before has none."""
    for table in TABLES:
        path = folder / table.file
        lines = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
        kept = [place for place, name in enumerate(lines[0]) if name not in table.newer]
        path.write_text("\n".join(",".join(line[place] for place in kept) for line in lines))


def test_a_file_of_before_is_read_and_everything_is_for_everybody(
    files: Files, tmp_path: Path
) -> None:
    write_files(tmp_path, files)
    without_newer(tmp_path)
    assert check_catalogue(tmp_path) == []
    old = load_catalogue(tmp_path)
    assert all(row.for_pupils for row in old.companies.values())
    assert all(not row.audience and not row.description_nl for row in old.events.values())
    assert all(row.open_days_url == "" for row in old.institutions.values())


def test_a_stored_row_of_before_is_read_too(files: Files, build: Build) -> None:
    stored = cells_of(build(files))
    before = {
        table.file: [
            {name: text for name, text in row.items() if name not in table.newer}
            for row in stored[table.file].values()
        ]
        for table in TABLES
    }
    assert catalogue_of_cells(before).companies["bouwer"].for_pupils


def test_what_the_new_columns_hold_is_written_and_read_again(
    files: Files, build: Build, tmp_path: Path
) -> None:
    files["institutions.csv"][0]["open_days_url"] = "https://example.org/open-dagen"
    files["institutions.csv"][0]["register_codes"] = "25LX;21CY"
    files["institutions.csv"][0]["also_in"] = "GM0361;GM0687"
    files["institutions.csv"][0]["only_worlds"] = "bouw"
    files["institutions.csv"][0]["only_tags"] = "bouwen"
    files["offerings.csv"][0]["programme_url"] = "https://example.org/timmeren"
    files["companies.csv"][0]["for_pupils"] = "no"
    files["events.csv"][0] |= {"description_nl": "Je bouwt mee.", "audience": "po;havo:1-2"}
    before = build(files)
    export_catalogue(before, tmp_path / "out")
    assert load_catalogue(tmp_path / "out").rows == before.rows


@given(AUDIENCES)
def test_any_audience_survives_writing_and_reading(audience: dict[str, tuple[int, ...]]) -> None:
    assert dict(AUDIENCE.read(AUDIENCE.write(audience))) == audience


@pytest.mark.parametrize("text", ["vmbo", "po;po", "havo:3-1", "havo:9", "po:", "po,vwo", "po:a"])
def test_an_audience_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadCell):
        AUDIENCE.read(text)


def test_links_that_may_break_are_listed_to_be_opened_by_hand(tmp_path: Path) -> None:
    files = small_files()
    files["institutions.csv"][0]["open_days_url"] = "https://example.org/open-dagen"
    files["institutions.csv"][1]["website"] = "https://github.com/zee"
    files["institutions.csv"][0]["register_codes"] = "25LX;21CY"
    files["institutions.csv"][0]["also_in"] = "GM0361;GM0687"
    files["institutions.csv"][0]["only_worlds"] = "bouw"
    files["offerings.csv"][0]["programme_url"] = "https://example.org/timmeren"
    files["companies.csv"][0]["website"] = "http://bouwer.example.org"
    write_files(tmp_path, files)
    why = {link.row: link.why for link in fragile_links(load_catalogue(tmp_path))}
    assert "diep in een site" in why["institutions.csv, vak"]
    assert "voor programmeurs" in why["institutions.csv, zee"]
    assert "diep in een site" in why["offerings.csv, timmeren vak GM0228 bol"]
    assert "zonder https" in why["companies.csv, bouwer"]
    said = CliRunner().invoke(main, ["catalogue", "check", str(tmp_path), "--links"]).output
    for name in ("https://www.kiesmbo.nl/", "https://www.studiekeuze123.nl/", "timmeren vak"):
        assert name in said
    brief = CliRunner().invoke(main, ["catalogue", "check", str(tmp_path)]).output
    assert f"Links die kunnen breken: {len(why)}." in brief
    assert "kiesmbo" not in brief
