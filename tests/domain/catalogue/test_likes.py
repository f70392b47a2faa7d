"""What a pupil liked within a world is read from the answers: beside that world, and no more."""

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.tags import Tag
from quiz.domain.catalogue.matching.likes import favourites, likes_of, tastes_of
from quiz.domain.catalogue.matching.parameters import FAR_APART

BANK = load_bank()
ANSWERS = st.dictionaries(
    st.sampled_from([*BANK.live, *BANK.zoom]),
    st.integers(BANK.unknown, BANK.values[-1]),
    min_size=1,
)


def all_answered(value: int, others: Mapping[str, int]) -> dict[str, int]:
    return {**dict.fromkeys(BANK.live, value), **others}


def test_who_loves_robots_and_not_the_rest_of_the_world_likes_robots() -> None:
    likes = likes_of(all_answered(2, dict.fromkeys(BANK.tags["robots"].items, 5)), BANK)
    assert likes["robots"] > 0.7
    assert {likes[tag] < 0.4 for tag in ("lab", "ruimte", "precisie")} == {True}


def test_a_question_about_a_subject_of_another_world_counts_beside_its_own_world() -> None:
    digital = [name for name in BANK.live if BANK.items[name].world.startswith("digitaal")]
    assert set(digital) & set(BANK.tags["veiligheid"].items)
    assert 0.4 < likes_of(all_answered(2, dict.fromkeys(digital, 5)), BANK)["veiligheid"] <= 0.5


def test_who_loves_all_of_a_world_and_not_its_neighbour_likes_no_subject_less() -> None:
    """Weeding with a robot is a question about food too: who skips food still loves robots."""
    hitech = [name for name in BANK.live if BANK.items[name].world == "hitech-science"]
    likes = likes_of(all_answered(2, dict.fromkeys(hitech, 5)), BANK)
    assert {likes[tag] for tag in ("robots", "lab", "ruimte", "precisie")} == {0.5}


def test_a_question_about_two_subjects_tells_each_half() -> None:
    """Warning for a river is about water and about safety; clean water is about water alone."""
    of_both = likes_of(all_answered(2, {"rivier-waarschuwen": 5}), BANK)
    of_water = likes_of(all_answered(2, {"water-schoon": 5}), BANK)
    assert 0.5 < of_both["water"] < of_water["water"]
    assert of_both["veiligheid"] > 0.5 > of_water["veiligheid"]


@pytest.mark.parametrize("value", BANK.values)
def test_who_answers_all_of_a_world_the_same_likes_no_part_of_it_more(value: int) -> None:
    assert set(likes_of(all_answered(value, {}), BANK).values()) == {0.5}


def test_a_question_that_was_not_asked_or_is_not_known_is_no_evidence() -> None:
    assert likes_of({}, BANK) == {}
    assert likes_of(dict.fromkeys(BANK.live, BANK.unknown), BANK) == {}
    assert likes_of({"geen-vraag": 5}, BANK) == {}
    one = likes_of({"laser-lijn": 5, "bliksem-proef": 1, "druppel-leven": BANK.unknown}, BANK)
    assert set(one) == {"precisie", "lab"}


def test_one_answer_says_less_than_three() -> None:
    asked = ("praat-robot", "robotarm", "klap-licht", "onkruid-robot")
    rest = {"bliksem-proef": 1, "druppel-leven": 1, "satelliet-team": 1, "reis-mars": 1}
    few = likes_of({**rest, asked[0]: 5}, BANK)["robots"]
    many = likes_of({**rest, "laser-lijn": 1, **dict.fromkeys(asked, 4)}, BANK)
    assert few > 0.5
    assert many["robots"] > 0.5


@example({"water-schoon": 4}, "eiland-zee")
@example({"trillende-handen": 4}, "hoortoestel")
@given(ANSWERS, st.sampled_from([*BANK.live, *BANK.zoom]))
def test_likes_lie_between_0_and_1_and_a_better_answer_never_lowers_its_own_tags(
    answers: dict[str, int], item: str
) -> None:
    before = likes_of({**answers, item: 2}, BANK)
    after = likes_of({**answers, item: 5}, BANK)
    assert all(0 <= liked <= 1 for liked in (*before.values(), *after.values()))
    for name, tag in BANK.tags.items():
        if item in (*tag.items, *tag.zoom):
            assert after[name] >= before[name] - 1e-12


def zoomed(world: str, fond_of: str, other: int = 2) -> dict[str, int]:
    """Super on the questions that zoom in on one tag, something else on the others."""
    return {name: 5 if BANK.zoom[name].tag == fond_of else other for name in BANK.zoom_of(world)}


@pytest.mark.parametrize(("tag", "subject"), BANK.tags.items())
def test_zooming_in_makes_any_subject_of_any_world_the_favourite(tag: str, subject: Tag) -> None:
    answers = all_answered(4, {}) | zoomed(subject.world, tag)
    first, *others = tastes_of(answers, BANK, subject.world)
    assert first.tag == tag
    assert likes_of(answers, BANK)[tag] == first.liked > 0.5
    assert all(other.liked < first.liked for other in others)


def test_favourites_are_one_when_the_answers_tell_and_more_when_they_do_not() -> None:
    world = "hitech-science"
    assert len(favourites(tastes_of({}, BANK, world))) == 4
    few = {"robotarm": 5, "bliksem-proef": 4, "reis-mars": 4, "laser-lijn": 3}
    assert favourites(tastes_of(few, BANK, world))[0] == "robots"
    assert len(favourites(tastes_of(few, BANK, world), FAR_APART)) > 1
    assert favourites(tastes_of(few | zoomed(world, "robots"), BANK, world)) == ("robots",)
    unknown = dict.fromkeys(BANK.zoom_of(world), BANK.unknown)
    assert tastes_of(few | unknown, BANK, world) == tastes_of(few, BANK, world)


@given(ANSWERS, st.sampled_from(BANK.worlds))
def test_more_answers_about_a_subject_never_make_it_less_sure(
    answers: dict[str, int], world: str
) -> None:
    more = dict.fromkeys(BANK.zoom_of(world), 3) | answers
    before = {taste.tag: taste.doubt for taste in tastes_of(answers, BANK, world)}
    after = {taste.tag: taste.doubt for taste in tastes_of(more, BANK, world)}
    assert before.keys() == after.keys()
    assert all(after[tag] <= before[tag] for tag in before)
    assert set(favourites(tastes_of(answers, BANK, world))) <= before.keys()


@pytest.mark.parametrize("value", BANK.values)
def test_a_milder_round_of_zooming_in_makes_no_subject_the_favourite(value: int) -> None:
    """Subjects have different numbers of questions in it."""
    milder = all_answered(4, {}) | dict.fromkeys(BANK.zoom, value)
    assert set(likes_of(milder, BANK).values()) == {0.5}
