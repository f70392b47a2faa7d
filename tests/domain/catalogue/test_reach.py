"""How far the nearest school is: figures that a coordinator can check with a ruler, and a map."""

from pathlib import Path

from click.testing import CliRunner

from quiz.cli import main
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.reach import KINDS, reach_of, summaries, worst
from quiz.domain.catalogue.evaluation.reach_page import reach_page
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files, institution, offering, programme, write_files

BETWEEN = {"lat": "52.3354", "lon": "5.2025"}  # half way between Ede and Alkmaar


def test_nearly_every_municipality_has_a_profile_near_by(seed: Catalogue) -> None:
    reach = reach_of(seed)
    found = {summary.kind: summary for summary in summaries(reach)}
    assert len(reach) == len(seed.municipalities)
    assert found["vmbo-profiel"].near >= 335
    assert found["technisch profiel"].near >= 325
    assert found["vmbo-profiel"].median < 5
    farthest = [one.km["vmbo-profiel"] for one in worst(reach, "vmbo-profiel")]
    assert len(farthest) == 20
    assert farthest == sorted(farthest, reverse=True)


def test_a_school_counts_from_where_it_stands(files: Files, build: Build) -> None:
    files["programmes.csv"].append(programme("vmbo-pie", "vmbo", "bouw:1"))
    school = institution("vo-school", "GM0228") | {"kind": "vo", **BETWEEN}
    files["institutions.csv"].append(school)
    files["offerings.csv"].append(offering("vmbo-pie", "vo-school", "GM0228", "voltijd"))
    at_centre = {one.municipality.name: one.km for one in reach_of(build(files))}
    school["coord_precision"] = "location"
    itself = {one.municipality.name: one.km for one in reach_of(build(files))}
    assert at_centre["Ede"]["technisch profiel"] == 0
    assert 40 < itself["Ede"]["technisch profiel"] < 50
    assert itself["Alkmaar"]["technisch profiel"] < at_centre["Alkmaar"]["technisch profiel"]
    assert itself["Ede"]["hbo of Ad"] == float("inf")


def test_the_page_holds_every_municipality_before_and_after(
    seed: Catalogue, files: Files, build: Build
) -> None:
    small = reach_of(build(files))
    page = reach_page(small, small)
    for town in ("Ede", "Alkmaar", "Middelburg"):
        assert f"| {town} | " in page
    assert "- → -" in page
    assert len(KINDS) == 4


def test_the_command_writes_page_and_map_and_says_the_figures(files: Files, tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    write_files(old, files)
    asked = ["catalogue", "evaluate", "--reach", str(tmp_path / "reach.md"), "--before", str(old)]
    refused = CliRunner().invoke(main, asked)
    assert "Alkmaar" in (tmp_path / "reach.md").read_text(), refused.output
    assert (tmp_path / "reach.svg").read_text().count("<circle") > 342
