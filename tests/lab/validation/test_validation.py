"""The report for the first real pupils: what the plan asks, nothing about a few, nobody in it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from quiz.cli import main
from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.lab.training.build import untrained
from quiz.lab.training.conditions import PLAIN
from quiz.lab.training.simulate import expert_loadings, simulate_bank, simulate_pupils
from quiz.lab.validation import plan
from quiz.lab.validation.groups import about, large_groups
from quiz.lab.validation.invented import invented_report
from quiz.lab.validation.report import report
from quiz.usecases.class_pictures.answers import StoredAnswers
from quiz.usecases.class_pictures.twice import Twice
from tests.domain.scoring.small import small_bank

BANK = small_bank(per_world=8)
SCORER = Scorer(untrained(BANK))
NOBODY = Twice(np.empty((0, len(BANK.items))), np.empty((0, len(BANK.items))))


def stored(count: int, unfair: float = 0.0, seconds: float = 4.0) -> StoredAnswers:
    """Pupils of two school types; the second finds the first question `unfair` steps better."""
    generator = np.random.default_rng(3)
    world = simulate_bank(expert_loadings(BANK), PLAIN, generator)
    pupils = simulate_pupils(world, PLAIN, len(BANK.values), count, generator)
    values = (pupils.answers + BANK.values[0]).astype(float)
    second = np.arange(count) % 2 == 1
    values[second, 0] = np.minimum(values[second, 0] + unfair, BANK.values[-1])
    return StoredAnswers(
        values=values,
        seconds=np.full(values.shape, seconds),
        school=np.arange(count) // 25,
        own_world=pupils.top,
        school_type=tuple("vwo" if odd else "havo" for odd in second),
        language=("nl",) * count,
        stage=("lower",) * count,
    )


def section(text: str, title: str) -> str:
    return next(part for part in text.split("## ") if part.startswith(title))


def test_with_enough_pupils_every_question_of_the_plan_is_decided() -> None:
    found = stored(2600)
    text = report(SCORER, found, Twice(found.values, found.values))
    assert "too early" not in text
    assert "NO" not in text
    assert "INVENTED" not in text
    assert "lowest world 1.00" in section(text, "2.")
    assert "of the first three 3.0 the same" in section(text, "2.")
    assert "By language: no two groups are large enough" in section(text, "4.")
    assert section(text, "1.").count("omega") == len(BANK.worlds)


def test_what_is_wrong_is_said_where_it_is() -> None:
    wrong = stored(2600, unfair=2.0, seconds=0.4)
    text = report(SCORER, replace(wrong, own_world=(wrong.own_world + 1) % 3), NOBODY)
    first, second, *_ = BANK.items
    assert f"{first} (vwo: +" in section(text, "4.")
    assert second not in section(text, "4.")
    assert "NO, see the plan" in section(text, "4.")
    assert f"{first} (0.4 s)" in section(text, "5.")
    assert "Too few pupils" in section(text, "2.")


@pytest.mark.parametrize("count", [0, 1, plan.LEAST - 1])
def test_about_few_pupils_nothing_is_said(count: int) -> None:
    found = stored(count)
    text = report(SCORER, found, Twice(found.values, found.values))
    assert f"Pupils: fewer than {plan.LEAST}" in text
    for number in "12356":
        assert "Too few pupils: nothing is said." in section(text, f"{number}.")
    assert "%" not in text


def test_with_some_pupils_nothing_is_decided() -> None:
    text = report(SCORER, stored(400), NOBODY)
    for number in "146":
        assert "too early to decide" in section(text, f"{number}.")
        assert "NO" not in section(text, f"{number}.")


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"havo": 200, "vwo": 120}, {"havo", "vwo"}),
        ({"havo": 200, "vwo": 49}, set()),  # the total would tell of the 49
        ({"havo": 200, "vwo": 60, "mbo": 10}, {"havo"}),
        ({"havo": 200, "vwo": 60, "mbo": 30, "po": 30}, {"havo", "vwo"}),
        ({"havo": 49}, set()),
    ],
)
def test_no_small_group_is_what_remains(sizes: dict[str, int], shown: set[str]) -> None:
    codes = [name for name, size in sizes.items() for _ in range(size)]
    assert set(large_groups(codes, np.ones(len(codes), bool))) == shown
    assert not large_groups(codes, np.zeros(len(codes), bool))


def test_numbers_of_pupils_do_not_tell_of_one_more() -> None:
    assert about(57) == about(50) == "about 50"
    assert about(plan.LEAST - 1) == about(0) == f"fewer than {plan.LEAST}"


def test_the_plan_holds_the_numbers_that_its_arithmetic_gives() -> None:
    text = Path("docs/validation.md").read_text("utf-8")
    for number in (plan.PUPILS, plan.FORMS, plan.PAIRS, plan.GROUP):
        assert f"**{number:,}**" in text
    for wanted in ("LEAST_OMEGA", "LEAST_RETEST", "LEAST_IN_TOP_THREE", "MOST_DIF", "MOST_FASHION"):
        assert f"{getattr(plan, wanted):.2f}"[1:] in text, wanted
    assert plan.for_a_share(0.05, in_classes=False) == 385  # as any textbook has it
    low, high = plan.interval(0.5, plan.PUPILS)
    assert high - low == pytest.approx(0.1, abs=0.001)


def test_invented_pupils_do_the_quiz_and_the_report_says_that_they_are_invented() -> None:
    bank = load_bank()
    text = invented_report(bank, Scorer.load(bank=bank), 60)
    assert text.splitlines()[2].startswith("> **INVENTED PUPILS.**")
    assert "Pupils: about 50" in text or "Pupils: about 60" in text
    assert "everybody (about" in section(text, "3.")


def test_the_command_writes_one_file(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    done = CliRunner().invoke(main, ["validate", "--invented", "3", "--output", str(file)])
    assert done.exit_code == 0, done.output
    assert "INVENTED" in file.read_text("utf-8")
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.md"]
