"""Two tabs, two devices, a server that starts again: one attempt, and its newest answers."""

import pytest

from quiz.app import create_app
from quiz.config import Settings
from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.conftest import SECRETS, services_of
from tests.visitor import Visitor


def test_an_old_tab_changes_its_own_answers_and_leads_to_the_current_step(
    visitor: Visitor, database: Database
) -> None:
    old_tab = visitor.begin()
    third = way.answer_blocks(visitor, old_tab, "4", blocks=2)
    after = visitor.answer_all(old_tab, "1")
    assert way.questions_of(after) == way.questions_of(third)
    stored = way.stored_answers(database)
    assert {stored[question] for question in way.questions_of(old_tab)} == {1}
    assert len(stored) == 14


def test_an_old_tab_with_half_a_block_keeps_the_other_answers(
    visitor: Visitor, database: Database
) -> None:
    old_tab = visitor.begin()
    second = visitor.answer_all(old_tab, "4")
    question = way.questions_of(old_tab)[0]
    token = way.token_of(old_tab)
    after = visitor.post("/vragen", {"csrf_token": token, "block": "1", question: "2"})
    assert way.questions_of(after) == way.questions_of(second)
    stored = way.stored_answers(database)
    assert [stored[name] for name in way.questions_of(old_tab)] == [2, 4, 4, 4, 4, 4, 4]


def test_two_tabs_on_the_last_page_end_on_the_first_choice_and_say_so(visitor: Visitor) -> None:
    last = way.at_own_world(visitor)
    visitor.submit(last, own_world="hitech-science")
    late = visitor.submit(last, own_world="voeding-natuur")
    assert late.status == 409
    assert "Je resultaat is al gemaakt" in late.text
    assert "/resultaat" in late.links()


def test_two_start_pages_in_two_tabs_make_one_attempt(visitor: Visitor, database: Database) -> None:
    first, second = visitor.get("/start"), visitor.get("/start")
    assert visitor.submit(first, school_type="havo").path == "/code"
    assert visitor.submit(second, school_type="havo").path == "/code"
    assert len(way.stored_attempts(database)) == 1


def test_two_devices_with_one_return_code_work_on_the_same_attempt(
    visitor: Visitor, another_visitor: Visitor, database: Database
) -> None:
    code_page = visitor.start()
    other = another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(code_page))
    first = visitor.submit(code_page)
    assert way.questions_of(other) == way.questions_of(first)
    visitor.answer_all(first, "2")
    after = another_visitor.answer_all(other, "5")
    assert set(way.questions_of(after)).isdisjoint(way.questions_of(first))
    assert set(way.stored_answers(database).values()) == {5}


@pytest.mark.parametrize("blocks", [0, 2, 4])
def test_after_a_restart_of_the_server_the_same_cookie_goes_on_at_the_same_page(
    visitor: Visitor, database: Database, blocks: int
) -> None:
    page = way.answer_blocks(visitor, visitor.begin(), blocks=blocks)
    after = _after_a_restart(visitor, database)
    again = after.get("/vragen")
    assert way.questions_of(again) == way.questions_of(page)
    assert after.answer_all(page, "3").path == "/vragen"
    services_of(after.client.application).database.close()


def _after_a_restart(visitor: Visitor, database: Database) -> Visitor:
    """The same browser at a new process on the same database with the same secrets."""
    environment = {name.upper(): value for name, value in SECRETS.items()}
    environment["DATABASE_URL"] = database.url.render_as_string(hide_password=False)
    after = Visitor(create_app(Settings.from_environment(environment)))
    cookie = visitor.client.get_cookie("zeven_werelden")
    assert cookie is not None
    after.client.set_cookie(cookie.key, cookie.value)
    return after
