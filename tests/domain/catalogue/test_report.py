"""For every school type and world, near and far: a choice of honest steps, or why not."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from quiz.cli import main
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.evaluation import evaluate_catalogue, evaluation_lines
from quiz.domain.catalogue.evaluation.report import report
from quiz.domain.catalogue.evaluation.simulated import TOWNS, cases
from quiz.domain.catalogue.matching.ladder import LADDER

PAGE = Path(__file__).parents[3] / "docs" / "next-steps.md"
RUNGS = [(school_type, year) for school_type, rungs in LADDER.items() for year, _ in rungs]


@pytest.fixture(scope="module")
def page(seed: Catalogue) -> str:
    return report(seed)


def test_the_page_in_the_docs_is_what_pupils_get_now(page: str) -> None:
    made = "quiz catalogue report docs/next-steps.md"
    assert PAGE.read_text(encoding="utf-8") == page, f"run `{made}`"


def test_it_has_a_row_for_every_school_type_world_and_town(seed: Catalogue, page: str) -> None:
    rows = [line for line in page.splitlines() if line.startswith("| ") and "| ---" not in line]
    heads = len(RUNGS)
    assert len(rows) - heads == len(RUNGS) * len(seed.worlds) * len(TOWNS)
    regions = {seed.municipalities[town].app_region_id for town in TOWNS}
    assert len(regions) == 4
    assert sum(seed.regions[region].seed_region for region in regions) == 3


def test_every_row_offers_three_steps_or_says_why_not(seed: Catalogue, page: str) -> None:
    rows = [line for line in page.splitlines() if line.startswith("| ") and "| ---" not in line]
    short = [row for row in rows if "*Short: " in row]
    assert len(short) == sum(not case.enough for case in cases(seed))
    assert all(len(row.partition("*Short: ")[2]) > 40 for row in short)


def test_the_lists_are_enough_in_nearly_every_case(seed: Catalogue) -> None:
    """Outside primary school, where the step is a school type, a thin list is the exception."""
    found = [case for case in cases(seed) if case.school_type != "po"]
    assert sum(case.enough for case in found) / len(found) > 0.95


def test_the_figures_say_how_many_how_near_and_where_it_is_thin(seed: Catalogue) -> None:
    found = evaluate_catalogue(seed)
    assert [(one.school_type, one.year) for one in found[:: len(TOWNS)]] == RUNGS
    for one in found:
        assert 0 <= one.near <= 1
        assert (one.kilometres is None) == (one.near == 0)
        assert set(one.thin) <= set(seed.worlds)
    heads, first, *_others = evaluation_lines(seed)
    assert heads.split()[:3] == ["school", "vanaf", "plaats"]
    assert first.split()[:3] == ["po", "7", "Ede"]


def test_the_commands_show_and_write_the_same(tmp_path: Path, page: str) -> None:
    shown = CliRunner().invoke(main, ["catalogue", "evaluate"])
    assert shown.exit_code == 0
    assert shown.output.splitlines()[1].startswith("po ")
    written = CliRunner().invoke(main, ["catalogue", "report", str(tmp_path / "page.md")])
    assert written.exit_code == 0
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == page
