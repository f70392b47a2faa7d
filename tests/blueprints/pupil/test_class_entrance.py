"""A class that is closed, over, full or unknown: the right page, and nobody loses anything."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from quiz.storage.database import Database
from quiz.storage.tables.school import SchoolClass
from tests.blueprints.pupil import way
from tests.visitor import Visitor
from tests.web.test_limits import RETURN_CODE

LONG_AGO = datetime(2026, 1, 2, tzinfo=UTC)


def _change_class(database: Database, **values: object) -> None:
    with database.writing() as session:
        session.execute(update(SchoolClass).values(**values))


@pytest.mark.parametrize("change", [{"closed_at": LONG_AGO}, {"joining_until": LONG_AGO}])
def test_a_closed_class_lets_nobody_new_in_and_says_what_can_be_done(
    visitor: Visitor, class_code: str, database: Database, change: dict[str, object]
) -> None:
    open_page = visitor.get(f"/meedoen/{class_code}")
    _change_class(database, **change)
    typed = visitor.submit(visitor.get("/meedoen"), code=class_code)
    for page in (visitor.get(f"/meedoen/{class_code}"), typed, visitor.submit_randomly(open_page)):
        assert page.status == 409
        assert "Deze klas is dicht" in page.text
        assert "/start" in page.links()
    assert way.stored_attempts(database) == []


@pytest.mark.parametrize("change", [{"closed_at": LONG_AGO}, {"joining_until": LONG_AGO}])
def test_who_had_begun_goes_on_when_the_class_is_closed(
    visitor: Visitor, class_code: str, database: Database, change: dict[str, object]
) -> None:
    page = visitor.answer_all(visitor.begin(f"/meedoen/{class_code}"), "4")
    _change_class(database, **change)
    page = way.answer_blocks(visitor, page, blocks=3)
    page = visitor.answer_all(page, "4")
    assert visitor.submit(page, own_world="onbekend").path == "/resultaat"


@pytest.mark.parametrize("change", [{"closed_at": LONG_AGO}, {"capacity": 1}])
def test_who_scans_the_code_again_in_a_closed_or_full_class_goes_on_where_they_were(
    visitor: Visitor, class_code: str, database: Database, change: dict[str, object]
) -> None:
    page = visitor.answer_all(visitor.begin(f"/meedoen/{class_code}"), "4")
    _change_class(database, **change)
    scanned = visitor.get(f"/meedoen/{class_code.lower()}")
    typed = visitor.submit(visitor.get("/meedoen"), code=class_code)
    for again in (scanned, typed):
        assert way.questions_of(again) == way.questions_of(page)
    assert len(way.stored_attempts(database)) == 1


def test_a_device_of_another_class_does_not_get_into_a_closed_one(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    visitor.begin()
    _change_class(database, closed_at=LONG_AGO)
    assert visitor.get(f"/meedoen/{class_code}").status == 409


def test_who_had_begun_comes_back_with_the_return_code_when_the_class_is_closed(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    code = way.return_code(visitor.start(f"/meedoen/{class_code}"))
    _change_class(database, closed_at=LONG_AGO)
    assert another_visitor.submit(another_visitor.get("/terug"), code=code).path == "/vragen"


def test_a_full_class_says_so_to_the_next_pupil_and_the_others_go_on(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    waiting = another_visitor.get(f"/meedoen/{class_code}")
    page = visitor.answer_all(visitor.begin(f"/meedoen/{class_code}"), "4")
    _change_class(database, capacity=1)
    for refused in (
        another_visitor.submit_randomly(waiting),
        another_visitor.get(f"/meedoen/{class_code}"),
    ):
        assert refused.status == 409
        assert "Deze klas is vol" in refused.text
    assert len(way.stored_attempts(database)) == 1
    assert visitor.answer_all(page, "4").path == "/vragen"


def test_sending_the_start_page_twice_takes_one_place_of_the_class(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    page = visitor.get(f"/meedoen/{class_code}")
    _change_class(database, capacity=1)
    assert visitor.submit_randomly(page).path == "/code"
    assert visitor.submit_randomly(page).path == "/code"
    assert len(way.stored_attempts(database)) == 1


@pytest.mark.parametrize("code", ["HJM479", "hjm 479", "geen", "", "12345678", "AAAAAA"])
def test_a_wrong_code_in_the_field_comes_back_with_what_was_typed(
    visitor: Visitor, class_code: str, code: str
) -> None:
    assert code.upper() != class_code
    page = visitor.submit(visitor.get("/meedoen"), code=code)
    assert page.status == 422
    assert page.path == "/meedoen"
    assert "Deze code kennen we niet" in page.text
    assert page.form.values["code"] == code


@pytest.mark.parametrize("code", ["HJM479", "geen", "12345678", "..", "%00", "a%2Fb"])
def test_a_wrong_code_in_the_address_leads_to_the_field(visitor: Visitor, code: str) -> None:
    page = visitor.get(f"/meedoen/{code}")
    assert page.status == 404
    assert visitor.get("/meedoen").status == 200


def test_a_wrong_code_in_the_address_says_where_to_type_it(visitor: Visitor) -> None:
    page = visitor.get("/meedoen/HJM479")
    assert "Deze klascode kennen we niet" in page.text
    assert "/meedoen" in page.links()


@pytest.mark.parametrize("path", ["/meedoen/HJM479", "/terug"])
def test_guessing_in_the_address_or_with_return_codes_is_counted_too(
    visitor: Visitor, path: str
) -> None:
    for _guess in range(10):
        page = visitor.get(path)
        if page.status == 200:
            page = visitor.submit(page, code="zon maan 000 000")
        assert page.status in {404, 422}
    last = visitor.get(path)
    last = visitor.submit(last, code="zon maan 000 000") if last.status == 200 else last
    assert last.status == 429


def test_after_too_many_wrong_codes_a_browser_waits_and_a_right_code_does_not_help(
    visitor: Visitor, another_visitor: Visitor, class_code: str
) -> None:
    for _guess in range(10):
        assert visitor.submit(visitor.get("/meedoen"), code="HJM479").status == 422
    page = visitor.submit(visitor.get("/meedoen"), code=class_code)
    assert page.status == 429
    assert "Even wachten" in page.text
    assert another_visitor.get(f"/meedoen/{class_code}").status == 200


def test_a_pasted_link_or_sentence_in_the_field_opens_the_class_and_is_no_guess(
    visitor: Visitor, class_code: str
) -> None:
    shown = f"{class_code[:3]} {class_code[3:]}"
    pasted = [
        f"https://quiz.school.nl/meedoen/{class_code}?bord=0123456789ab&utm_source=" + "x" * 200,
        f"quiz.school.nl/meedoen/{class_code.lower()}/.",
        f"https://evil.example/meedoen/{class_code}",
        f"code: {class_code}",
        f"“{shown}”",
        f"De code van vandaag is {shown}, tot zo!",
    ]
    for text in pasted * 3:
        for path in ("/", "/meedoen"):
            page = visitor.submit(visitor.get(path), code=text)
            assert (page.status, page.path) == (200, f"/meedoen/{class_code}"), text
    assert visitor.submit(visitor.get("/meedoen"), code="CCC 333").status == 422


def test_a_pasted_return_code_leads_back_with_all_that_stands_around_it(
    visitor: Visitor, another_visitor: Visitor
) -> None:
    code = RETURN_CODE.search(visitor.start().text)
    assert code is not None
    for around in ("code: {}", "Mijn code is {}.", "“{}”", "Bewaar {} goed, dan kun je terug."):
        typed = around.format(code[0])
        page = another_visitor.submit(another_visitor.get("/terug"), code=typed)
        assert page.path == "/vragen", typed
