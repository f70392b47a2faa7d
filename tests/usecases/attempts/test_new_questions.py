"""The questions change while pupils are busy: nothing is lost, no answer changes its meaning."""

from datetime import timedelta

import pytest

from quiz.domain.bank.schema import stem
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.progress import more_questions, questions_left, save_answers
from quiz.usecases.attempts.steps import FINISH, OWN_WORLD, TECH_TYPE, next_step
from quiz.usecases.class_pictures.answers import stored_answers
from quiz.usecases.retakes.comparing import OTHER_VERSIONS, change_since
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts import bank_1
from tests.usecases.attempts.bank_1 import Earlier
from tests.usecases.attempts.pupils import answer_block, state_of, walk
from tests.usecases.attempts.test_finish import stored_results
from tests.usecases.sharing.sharing import at


@pytest.fixture
def earlier(services: Services) -> Earlier:
    return bank_1.put_back(services.database)


def given(attempt_id: int) -> dict[str, int]:
    """The answers of this pupil as they were stored then."""
    return {
        row["question"]: row["value"]
        for row in bank_1.rows("answer")
        if row["attempt_id"] == attempt_id
    }


def test_a_question_that_pupils_answered_keeps_its_name_world_and_words(services: Services) -> None:
    asked = {name for row in bank_1.rows("attempt") for block in row["blocks"] for name in block}
    assert len(asked) == 56
    assert asked <= set(services.bank.items) == set(services.engine.items)
    former = services.bank.items["hacker-sporen"]
    assert (former.world, former.status) == ("energie-water-veiligheid", "retired")
    assert services.bank.items["hacker-sporen-2"].world == "digitaal-media-entertainment"


def test_an_earlier_result_is_what_it_was(services: Services, earlier: Earlier) -> None:
    (row,) = bank_1.rows("result")
    state, result = read(services, load_result, earlier.done)
    assert result.made_with == (1, row["model_version"])
    assert result.profile is not None
    assert result.profile.as_json() == row["outcome"]["profile"]
    assert dict(result.reasons).keys() == row["outcome"]["reasons"].keys()
    assert state.answers == given(earlier.done)
    assert services.bank.tech_answers(state.answers)["mensen-verder"] == 5


def test_who_is_half_way_goes_on_and_every_answer_counts_for_what_it_was_given_to(
    services: Services, earlier: Earlier
) -> None:
    before = state_of(services, earlier.half)
    assert before.responses(services.bank) == given(earlier.half)
    walk(services, earlier.half)
    state = state_of(services, earlier.half)
    assert state.blocks[:3] == before.blocks
    assert state.real_answers(services.bank) == len(state.asked) in (21, 28)
    assert given(earlier.half).items() <= state.answers.items()
    (result,) = stored_results(services, earlier.half)
    assert (result.bank_version, result.outcome["answered"]) == (2, len(state.asked))


def test_nobody_gets_a_question_again_in_other_words(services: Services, earlier: Earlier) -> None:
    walk(services, earlier.half)
    while questions_left(services, state_of(services, earlier.half)):
        more_questions(services, earlier.half)
        walk(services, earlier.half, 2, 5)
    asked = state_of(services, earlier.half).asked
    assert len({stem(name) for name in asked}) == len(asked) >= 56
    assert "robotarm" in asked
    assert "computer-hulp" in asked


def test_a_page_of_before_the_change_is_still_taken_and_the_new_words_go_first(
    services: Services, earlier: Earlier
) -> None:
    block = state_of(services, earlier.half).blocks[2]
    progress = save_answers(services, earlier.half, [Given(name, 4) for name in block])
    assert progress.state.answers.items() >= {"stroom-thuis": 4, "computer-hulp": 4}.items()
    answer_block(services, earlier.last, 3)
    save_answers(services, earlier.last, [Given("mensen-verder", 4), Given("eigen-idee", 3)])
    step = next_step(state_of(services, earlier.last), services.bank)
    assert step.kind == TECH_TYPE
    answers = [Given(name, 1) for name in services.bank.tech_items]
    state = save_answers(services, earlier.last, answers).state
    assert next_step(state, services.bank).kind in (OWN_WORLD, FINISH)
    assert services.bank.tech_answers(state.answers) == dict.fromkeys(services.bank.tech_items, 1)


def test_a_look_at_the_new_questions_is_compared_with_care(
    services: Services, earlier: Earlier
) -> None:
    later = at(services, services.clock() + timedelta(days=200))
    second = start_retake(later, earlier.done)
    walk(later, second)
    change = read(services, change_since, second)
    assert change is not None
    assert (change.caution, len(change.worlds)) == (OTHER_VERSIONS, 7)


def test_answers_on_earlier_questions_teach_the_model_nothing(
    services: Services, earlier: Earlier
) -> None:
    walk(services, earlier.half)
    assert len(stored_answers(services.database, services.bank)) == 0
