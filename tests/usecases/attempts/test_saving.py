"""Answers merge the same way in whatever order, how often and from how many tabs they arrive."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.bank.load import load_bank
from quiz.domain.scoring import Scorer
from quiz.usecases.attempts.answers import (
    LARGEST_SEQUENCE,
    LONGEST_MILLISECONDS,
    Given,
    merge,
    refuse_invalid,
)
from quiz.usecases.attempts.errors import InvalidAnswer
from quiz.usecases.attempts.state import AttemptState

BANK = load_bank()
ENGINE = Scorer.load(bank=BANK)
ASKED = tuple(ENGINE.next_items({}, 7))
ASKABLE = frozenset({*ASKED, *BANK.tech_items})
EMPTY = AttemptState(
    id=1,
    class_id=None,
    nickname="Blauwe Otter",
    school_type="havo",
    year=3,
    municipality=None,
    blocks=(ASKED,),
    target_blocks=4,
    own_world=None,
    finished=False,
    answers={},
    sequences={},
)
VALUES = st.sampled_from([BANK.unknown, *BANK.values])
QUESTIONS = st.sampled_from(ASKED)
SCRIPTED = st.builds(Given, QUESTIONS, VALUES, st.integers(0, 30))
PLAIN = st.builds(Given, QUESTIONS, VALUES)


def after(answers: list[Given], state: AttemptState = EMPTY) -> AttemptState:
    """The attempt after these answers arrived one by one."""
    for answer in answers:
        state, _ = merge(state, [answer])
    return state


@given(st.lists(SCRIPTED, max_size=30), st.randoms(use_true_random=False))
def test_order_does_not_matter(answers: list[Given], chance: Random) -> None:
    shuffled = chance.sample(answers, len(answers))
    assert after(shuffled) == after(answers)


@given(st.lists(SCRIPTED, max_size=20), st.randoms(use_true_random=False))
def test_repetition_does_not_matter(answers: list[Given], chance: Random) -> None:
    again = answers + chance.choices(answers, k=10) if answers else []
    chance.shuffle(again)
    assert after(again) == after(answers)


@given(st.lists(SCRIPTED, max_size=20), st.integers(0, 20))
def test_how_answers_are_bundled_does_not_matter(answers: list[Given], cut: int) -> None:
    first, _ = merge(EMPTY, answers[:cut])
    both, _ = merge(first, answers[cut:])
    assert both == merge(EMPTY, answers)[0] == after(answers)


@given(st.lists(SCRIPTED, max_size=20), st.randoms(use_true_random=False))
def test_the_probabilities_are_the_same_too(answers: list[Given], chance: Random) -> None:
    one, other = after(answers), after(chance.sample(answers, len(answers)) + answers[:5])
    assert one.responses(BANK) == other.responses(BANK)
    assert ENGINE.probabilities(one.responses(BANK)) == ENGINE.probabilities(other.responses(BANK))


@given(st.lists(SCRIPTED, max_size=20), SCRIPTED, VALUES)
def test_a_replay_of_an_older_answer_undoes_nothing(
    before: list[Given], newest: Given, older_value: int
) -> None:
    newest = replace(newest, sequence=31)
    state = after([*before, newest])
    old = Given(newest.question, older_value, 30)
    assert after([old], state) == state


@given(st.lists(st.one_of(SCRIPTED, PLAIN), max_size=20), PLAIN)
def test_a_plain_form_always_means_the_latest_press(before: list[Given], press: Given) -> None:
    state = after([*before, press])
    assert state.answers[press.question] == press.value


@given(st.lists(PLAIN, max_size=20))
def test_plain_forms_end_with_the_last_press_of_each_question(presses: list[Given]) -> None:
    last = {press.question: press.value for press in presses}
    assert after(presses).answers == last


@given(st.lists(st.one_of(SCRIPTED, PLAIN), max_size=20), st.lists(PLAIN, max_size=7))
def test_sending_the_same_form_again_changes_nothing(
    before: list[Given], form: list[Given]
) -> None:
    form = list({press.question: press for press in form}.values())
    once, _ = merge(after(before), form)
    twice, changed = merge(once, form)
    assert twice == once
    assert changed == []


@given(st.lists(SCRIPTED, min_size=1, max_size=7))
def test_only_what_changed_is_written(answers: list[Given]) -> None:
    state, changed = merge(EMPTY, answers)
    assert {each.question: each.value for each in changed} == state.answers
    assert {each.question: each.sequence for each in changed} == state.sequences


@pytest.mark.parametrize(
    "answer",
    [
        Given("never-asked", 3),
        Given(ASKED[0], 6),
        Given(ASKED[0], -1),
        Given(ASKED[0], 3, sequence=-1),
        Given(ASKED[0], 3, sequence=LARGEST_SEQUENCE + 1),
        Given(ASKED[0], 3, milliseconds=-1),
        Given(ASKED[0], 3, milliseconds=LONGEST_MILLISECONDS + 1),
        Given(next(name for name in BANK.items if name not in ASKED), 3),
    ],
)
def test_what_our_pages_cannot_ask_is_refused(answer: Given) -> None:
    with pytest.raises(InvalidAnswer):
        refuse_invalid(BANK, ASKABLE, [Given(ASKED[1], 3), answer])


def test_the_questions_on_screen_and_the_tech_type_ones_may_be_answered() -> None:
    tech = next(iter(BANK.tech_items))
    refuse_invalid(BANK, ASKABLE, [Given(ASKED[0], 0), Given(tech, 5, LARGEST_SEQUENCE, 0)])
