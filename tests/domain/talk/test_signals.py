"""What is noticed in a result: the shape, the own choice, the retake, what was kept."""

import pytest

from quiz.domain.talk.choose import talk_questions
from quiz.domain.talk.schema import Guide
from tests.domain.talk.conftest import Pupil

FIRST, SECOND, THIRD = "mens-gezondheid", "voeding-natuur", "ontwerp-productie-wereldhandel"
LAST = "digitaal-media-entertainment"


def test_one_world_in_front_is_clear(pupil: Pupil) -> None:
    signals = pupil.signals()
    assert signals.found["clear"] == {"world": FIRST}
    assert signals.found["top"] == {"world": FIRST}
    assert "close" not in signals
    assert "broad" not in signals


def test_two_worlds_that_are_nearly_equal_are_named_together(pupil: Pupil) -> None:
    signals = pupil.looks(outcome="close", top=(FIRST, SECOND)).signals()
    assert signals.found["close"] == {"first": FIRST, "second": SECOND}


def test_a_broad_result_names_three_worlds(pupil: Pupil) -> None:
    signals = pupil.looks(outcome="broad", top=(FIRST, SECOND, THIRD)).signals()
    assert signals.found["broad"] == {"first": FIRST, "second": SECOND, "third": THIRD}


@pytest.mark.parametrize("remark", ["flat", "all_equal"])
def test_of_a_flat_result_no_order_of_worlds_is_spoken_about(pupil: Pupil, remark: str) -> None:
    signals = pupil.looks(remarks=(remark,)).but(told={"own_world": LAST}).signals()
    assert signals.found["flat"] == {"value": 3, "count": 56, "total": 56}
    for name in ("clear", "top", "own_other", "own_none", "hurried"):
        assert name not in signals


def test_a_flat_result_without_answers_still_says_so(pupil: Pupil) -> None:
    signals = pupil.looks(remarks=("flat",)).but(told={"answers": {}}).signals()
    assert signals.found == {"flat": {"value": 1, "count": 0, "total": 0}}


@pytest.mark.parametrize("remark", ["fast", "long_run"])
def test_answers_that_came_fast_or_stayed_the_same_are_asked_about(
    pupil: Pupil, remark: str
) -> None:
    signals = pupil.looks(remarks=(remark,)).signals()
    assert signals.found["hurried"] == {"world": FIRST}
    assert "clear" in signals


@pytest.mark.parametrize(
    ("own_world", "name", "blanks"),
    [
        (FIRST, "own_same", {"world": FIRST}),
        (SECOND, "own_near", {"world": SECOND, "first": FIRST}),
        (LAST, "own_other", {"world": LAST, "first": FIRST}),
        ("onbekend", "own_none", {"first": FIRST}),
        (None, "own_none", {"first": FIRST}),
    ],
)
def test_the_own_choice_stands_beside_what_the_answers_say(
    pupil: Pupil, own_world: str | None, name: str, blanks: dict[str, str]
) -> None:
    signals = pupil.but(told={"own_world": own_world}).signals()
    assert signals.found[name] == blanks
    assert sum(each.startswith("own_") for each in signals.found) == 1


def test_a_retake_is_noticed_with_and_without_a_change(pupil: Pupil) -> None:
    assert not {"look_changed", "look_same"} & set(pupil.signals().found)
    changed = pupil.but(told={"changed": (THIRD, LAST)}).signals()
    assert changed.found["look_changed"] == {"world": THIRD}
    same = pupil.but(told={"changed": ()}).signals()
    assert same.found["look_same"] == {"world": FIRST}


def test_what_was_kept_and_what_was_agreed_come_back(pupil: Pupil) -> None:
    told = {"kept": ("Open dag", "Bedrijf"), "agreed": ("Naar een open dag, maart 2027",)}
    found = pupil.but(told=told).signals().found
    assert found["kept"] == {"step": "Open dag"}
    assert found["agreed"] == {"step": "Naar een open dag, maart 2027"}


def test_what_stood_out_on_zooming_in_is_asked_about_in_the_words_of_its_subject(
    pupil: Pupil, guide: Guide
) -> None:
    assert "zoomed" not in pupil.signals()
    signals = pupil.but(told={"zoomed": (FIRST, "zorg")}).signals()
    assert signals.found["zoomed"] == {"world": FIRST, "tag": "zorg"}
    asked = [each for part in talk_questions(guide, signals, 10).parts for each in part.questions]
    (question,) = [each for each in asked if each.id == "work-zoomed"]
    assert guide.texts.tags["zorg"] in question.ask
    assert guide.texts.worlds[FIRST].name in question.why
