"""The same promises through a real database, also when tabs and phones save at one instant."""

from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.usecases.attempts.answers import LARGEST_SEQUENCE, Given
from quiz.usecases.attempts.blocks import BLOCK_SIZE
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import AlreadyFinished, InvalidAnswer, NoAttempt
from quiz.usecases.attempts.progress import save_answers, save_own_world
from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import (
    THROUGH_A_DATABASE,
    answer_block,
    at_the_same_instant,
    begin,
    row_counts,
    state_of,
    walk,
)

SCRIPTED = st.tuples(st.integers(0, BLOCK_SIZE - 1), st.integers(0, 5), st.integers(0, 40))


def on_the_first_block(
    services: Services, attempt_id: int, picks: list[tuple[int, int, int]]
) -> list[Given]:
    """Answers (place in the block, value, sequence) for the block on this pupil's screen."""
    block = state_of(services, attempt_id).blocks[0]
    return [Given(block[place], value, sequence) for place, value, sequence in picks]


def outcome(services: Services, attempt_id: int) -> tuple[object, ...]:
    """What is stored of the answers, and the probabilities that follow from it."""
    state: AttemptState = state_of(services, attempt_id)
    probabilities = services.engine.probabilities(state.responses(services.bank))
    return dict(state.answers), dict(state.sequences), probabilities


@THROUGH_A_DATABASE
@given(
    picks=st.lists(SCRIPTED, min_size=1, max_size=15),
    size=st.integers(1, 7),
    chance=st.randoms(use_true_random=False),
)
def test_stored_answers_and_probabilities_do_not_depend_on_order_or_repetition(
    services: Services, picks: list[tuple[int, int, int]], size: int, chance: Random
) -> None:
    one, other = begin(services), begin(services)
    save_answers(services, one, on_the_first_block(services, one, picks))
    shuffled = chance.sample(picks, len(picks)) + chance.choices(picks, k=4)
    for start in range(0, len(shuffled), size):
        part = shuffled[start : start + size]
        save_answers(services, other, on_the_first_block(services, other, part))
    assert outcome(services, one) == outcome(services, other)


@pytest.mark.parametrize("round_number", range(3))
def test_thirty_saves_of_one_attempt_at_the_same_instant_lose_nothing(
    services: Services, round_number: int
) -> None:
    chance = Random(round_number)  # noqa: S311
    picks = [
        (chance.randrange(BLOCK_SIZE), chance.randrange(6), chance.randrange(40)) for _ in range(30)
    ]
    together, alone = begin(services), begin(services)
    given = on_the_first_block(services, together, picks)
    at_the_same_instant([partial(save_answers, services, together, [each]) for each in given])
    save_answers(services, alone, on_the_first_block(services, alone, picks))
    assert outcome(services, together) == outcome(services, alone)


def test_plain_forms_from_two_tabs_at_the_same_instant_end_as_one_of_them(
    services: Services,
) -> None:
    attempt_id = begin(services)
    block = state_of(services, attempt_id).blocks[0]
    forms = [[Given(question, value) for question in block] for value in (1, 2, 3, 4, 5)]
    at_the_same_instant([partial(save_answers, services, attempt_id, form) for form in forms])
    values = {state_of(services, attempt_id).answers[question] for question in block}
    assert len(values) == 1, "answers of two forms were mixed"


def test_a_block_sent_by_ten_tabs_at_once_brings_one_next_block(services: Services) -> None:
    attempt_id = begin(services)
    block = state_of(services, attempt_id).blocks[0]
    form = [Given(question, 4) for question in block]
    seen = at_the_same_instant([partial(save_answers, services, attempt_id, form)] * 10)
    assert {progress.state.blocks for progress in seen} == {state_of(services, attempt_id).blocks}
    assert len(state_of(services, attempt_id).blocks) == 2


def test_the_last_press_from_ten_tabs_at_once_makes_one_result(services: Services) -> None:
    attempt_id = begin(services)
    for _block in range(4):
        answer_block(services, attempt_id, 4)
    save_answers(services, attempt_id, [Given(name, 3) for name in services.bank.tech_items])

    def press() -> str:
        try:
            return save_own_world(services, attempt_id, "onbekend").step.kind
        except AlreadyFinished:
            return "already finished"

    assert sorted(at_the_same_instant([press] * 10)) == ["already finished"] * 9 + ["result"]
    assert row_counts(services.database)["result"] == 1


def test_erasing_while_answers_arrive_leaves_nothing_behind(services: Services) -> None:
    attempt_id = begin(services)
    block = state_of(services, attempt_id).blocks[0]

    def save(question: str) -> str:
        try:
            save_answers(services, attempt_id, [Given(question, 4)])
        except NoAttempt:
            return "erased"
        return "saved"

    def erase() -> str:
        erase_attempt(services, attempt_id)
        return "erased"

    calls: list[Callable[[], str]] = [partial(save, question) for question in block]
    at_the_same_instant([*calls, erase])
    counts = row_counts(services.database)
    assert (counts["attempt"], counts["answer"]) == (0, 0)


def test_the_largest_sequence_a_script_may_send_still_gives_way_to_a_press(
    services: Services,
) -> None:
    attempt_id = begin(services)
    question = state_of(services, attempt_id).blocks[0][0]
    save_answers(services, attempt_id, [Given(question, 5, LARGEST_SEQUENCE)])
    save_answers(services, attempt_id, [Given(question, 1)])
    assert state_of(services, attempt_id).answers[question] == 1


def test_one_wrong_answer_among_good_ones_stores_nothing_at_all(services: Services) -> None:
    attempt_id = begin(services)
    block = state_of(services, attempt_id).blocks[0]
    before = state_of(services, attempt_id)
    for wrong in (Given("never-asked", 3), Given(block[0], 9), Given(block[0], 3, -1)):
        with pytest.raises(InvalidAnswer):
            save_answers(services, attempt_id, [Given(block[1], 4), wrong])
    assert state_of(services, attempt_id) == before


def test_answers_after_the_result_change_nothing(services: Services) -> None:
    attempt_id = begin(services)
    walk(services, attempt_id)
    before = state_of(services, attempt_id)
    question = before.asked[0]
    with pytest.raises(AlreadyFinished):
        save_answers(services, attempt_id, [Given(question, 1, LARGEST_SEQUENCE)])
    with pytest.raises(AlreadyFinished):
        save_own_world(services, attempt_id, services.bank.worlds[0])
    assert state_of(services, attempt_id) == before


def test_an_answer_for_an_attempt_that_never_was_is_refused(services: Services) -> None:
    with pytest.raises(NoAttempt):
        save_answers(services, 12, [])
