"""One answer at a time, as a script sends it: 204, 409, 422, and a replay undoes nothing."""

import time
from itertools import permutations

import pytest

from quiz.domain.bank.schema import Bank
from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

ADDRESS = "/vragen/antwoord"


class Script:
    """What the script of a page does: it sends single answers with their sequence."""

    def __init__(self, visitor: Visitor, page: Page) -> None:
        self.visitor = visitor
        self.token = way.token_of(page)
        self.question = way.questions_of(page)[0]

    def send(self, **fields: str) -> int:
        """The status of one answer."""
        values = {"csrf_token": self.token, "question": self.question, **fields}
        return self.visitor.post(ADDRESS, values).status


@pytest.fixture
def script(visitor: Visitor) -> Script:
    """The script on the first block."""
    return Script(visitor, visitor.begin())


def test_an_answer_is_stored_when_it_is_given(script: Script, database: Database) -> None:
    assert script.send(value="5", sequence="1", milliseconds="2100") == 204
    assert way.stored_answers(database) == {script.question: 5}


def test_the_answer_to_an_accepted_save_is_empty(script: Script) -> None:
    values = {"csrf_token": script.token, "question": script.question, "value": "3"}
    page = script.visitor.post(ADDRESS, values)
    assert (page.status, page.html) == (204, "")


def test_a_saved_answer_stands_on_the_page_when_it_is_opened_again(script: Script) -> None:
    script.send(value="5", sequence="1")
    assert way.checked_on(script.visitor.get("/vragen")) == {script.question: "5"}


@pytest.mark.parametrize("order", list(permutations([("1", 1), ("2", 5), ("3", 2)])))
def test_in_whatever_order_answers_arrive_the_newest_stays(
    script: Script, database: Database, order: tuple[tuple[str, int], ...]
) -> None:
    for sequence, value in order:
        assert script.send(value=str(value), sequence=sequence) == 204
    assert way.stored_answers(database) == {script.question: 2}


def test_a_replay_never_undoes_a_newer_answer(script: Script, database: Database) -> None:
    script.send(value="1", sequence="7")
    script.send(value="5", sequence="8")
    for _replay in range(3):
        assert script.send(value="1", sequence="7") == 204
    assert way.stored_answers(database) == {script.question: 5}


@pytest.mark.parametrize("years", [1, 6, 80])
@pytest.mark.parametrize("late", [False, True], ids=["comes first", "waited and comes late"])
def test_an_answer_of_a_tablet_with_a_wrong_year_never_beats_another_device(
    script: Script, database: Database, years: int, late: bool
) -> None:
    now = int(time.time() * 1000)
    ahead = {"value": "2", "sequence": str(now + years * 365 * 24 * 60 * 60 * 1000)}
    right = {"value": "5", "sequence": str(now)}
    for fields in (right, ahead, ahead) if late else (ahead, right, ahead):
        assert script.send(**fields) == 204
    assert way.stored_answers(database) == {script.question: 5}
    assert script.send(value="1", sequence=str(now + 1)) == 204
    assert way.stored_answers(database) == {script.question: 1}


def test_the_form_of_the_block_is_newer_than_what_the_script_sent(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    script = Script(visitor, page)
    script.send(value="1", sequence="7")
    visitor.answer_all(page, "4")
    assert way.stored_answers(database)[script.question] == 4
    script.send(value="1", sequence="7")
    assert way.stored_answers(database)[script.question] == 4


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "6"},
        {"value": "-1"},
        {"value": ""},
        {},
        {"value": "leuk"},
        {"value": "4", "sequence": "-1"},
        {"value": "4", "sequence": "1.5"},
        {"value": "4", "sequence": "later"},
        {"value": "4", "sequence": "9007199254740993"},
        {"value": "4", "sequence": "9" * 40},
        {"value": "4", "milliseconds": "86400001"},
        {"value": "4", "milliseconds": "-5"},
        {"value": "4", "question": ""},
        {"value": "4", "question": "bestaat-niet"},
        {"value": "4", "question": "x" * 5000},
        {"value": "4", "question": "brace\x00lopen"},
        {"value": "4", "question": "{0.__class__}"},
    ],
)
def test_an_invalid_answer_is_refused_and_changes_nothing(
    script: Script, database: Database, fields: dict[str, str]
) -> None:
    before = way.stored_rows(database)
    assert script.send(**fields) == 422
    assert way.stored_rows(database) == before


def test_a_question_that_is_not_on_the_way_of_this_pupil_is_refused(
    script: Script, database: Database, bank: Bank
) -> None:
    asked = way.stored_attempts(database)[0].blocks[0]
    other = next(question for question in bank.items if question not in asked)
    assert script.send(question=other, value="4") == 422
    assert way.stored_answers(database) == {}


def test_after_the_result_an_answer_is_refused_as_too_late(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    script = Script(visitor, page)
    last = visitor.answer_all(way.answer_blocks(visitor, page), "4")
    visitor.submit(last, own_world="onbekend")
    before = way.stored_rows(database)
    assert script.send(value="1", sequence="99") == 409
    assert way.stored_rows(database) == before


@pytest.mark.parametrize("token", ["", "vals", None])
def test_an_answer_without_a_good_token_is_refused(
    script: Script, database: Database, token: str | None
) -> None:
    before = way.stored_rows(database)
    fields = {"question": script.question, "value": "4"}
    page = script.visitor.post(
        ADDRESS, fields if token is None else {"csrf_token": token, **fields}
    )
    assert page.status == 400
    assert way.stored_rows(database) == before


def test_an_answer_without_a_session_is_refused(script: Script, database: Database) -> None:
    script.visitor.client.delete_cookie("zeven_werelden")
    assert script.send(value="4") == 403
    assert way.stored_answers(database) == {}


def test_a_whole_way_of_single_answers_ends_on_the_same_result_page(visitor: Visitor) -> None:
    page = visitor.begin()
    for _page in range(way.BLOCKS + 1):
        script = Script(visitor, page)
        for number, question in enumerate(way.questions_of(page), start=1):
            assert script.send(question=question, value="4", sequence=str(number)) == 204
        page = visitor.get("/vragen")
    assert visitor.submit(page, own_world="onbekend").path == "/resultaat"
