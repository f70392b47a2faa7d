"""Looking again later: the same code, a new sky beside the first one, and then and now."""

from sqlalchemy import update

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.retakes.start import MOST_ATTEMPTS
from tests.blueprints.pupil import way
from tests.blueprints.pupil.retaking import retake, to_result
from tests.visitor import Page, Visitor


def test_the_result_offers_it_quietly_and_the_page_says_what_happens(
    visitor: Visitor, first: Page
) -> None:
    assert "/opnieuw" in first.links()
    page = visitor.get("/opnieuw")
    assert way.heading(page) == "Nog een keer kijken?"
    assert "Later is beter" in page.text
    assert "Wat je hebt, blijft bewaard: je eerste sterrenhemel, van 3 maart 2026." in page.text
    assert page.form.values["school_type"] == "havo"
    assert page.form.values["year"] == "2"


def test_asking_changes_nothing(visitor: Visitor, first: Page, database: Database) -> None:
    before = way.stored_rows(database)
    visitor.get("/opnieuw")
    visitor.get("/opnieuw")
    assert way.stored_rows(database) == before


def test_the_code_leads_to_the_retake_and_the_first_sky_stays_in_reach(
    visitor: Visitor, another_visitor: Visitor, code_page: Page, first: Page
) -> None:
    block = retake(visitor)
    assert block.path == "/vragen"
    assert {"/resultaat", "/opnieuw"} <= set(block.links())
    visitor.answer_all(block, "2")
    again = another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(code_page))
    assert again.path == "/vragen"
    assert "Blok 2 van 4" in again.html
    old = another_visitor.get("/resultaat")
    assert way.heading(old) == "Jouw sterrenhemel"
    assert "Je kijkt nog een keer, maar bent nog niet klaar." in old.text
    assert "Dit is je eerste sterrenhemel, van 3 maart 2026." in old.text
    assert "/vragen/meer" not in old.html


def test_an_attempt_that_is_not_there_is_the_newest(visitor: Visitor, first: Page) -> None:
    newest = to_result(visitor, retake(visitor), "2")
    for wanted in ("0", "3", "-1", "een", "", "99999999999999999999"):
        assert visitor.get(f"/resultaat?keer={wanted}").text == newest.text, wanted


def test_sending_the_page_twice_starts_one_retake(
    visitor: Visitor, first: Page, database: Database
) -> None:
    page = visitor.get("/opnieuw")
    fields = page.form.values
    cookie = visitor.client.get_cookie("zeven_werelden")
    assert cookie is not None
    visitor.post("/opnieuw", fields)
    visitor.client.set_cookie("zeven_werelden", cookie.value)
    assert visitor.post("/opnieuw", fields).path == "/vragen"
    assert len(way.stored_attempts(database)) == 2


def test_who_is_busy_goes_on_or_stops_and_stopping_takes_only_this_time(
    visitor: Visitor, first: Page, database: Database
) -> None:
    before = way.stored_rows(database)
    visitor.answer_all(retake(visitor), "2")
    busy = visitor.get("/opnieuw")
    assert way.heading(busy) == "Je bent nog bezig"
    assert "Blok 2 van 4" in visitor.submit(busy).html
    token = way.token_of(visitor.get("/opnieuw"))
    stopped = visitor.post("/opnieuw", {"csrf_token": token, "action": "stop"})
    assert stopped.path == "/resultaat"
    assert stopped.text == first.text
    assert way.stored_rows(database) == before


def test_who_has_not_finished_the_first_time_just_goes_on(
    visitor: Visitor, database: Database
) -> None:
    visitor.begin()
    busy = visitor.get("/opnieuw")
    assert "Stop met deze keer" not in busy.text
    assert visitor.submit(busy).path == "/vragen"
    visitor.post("/opnieuw", {"csrf_token": way.token_of(busy), "action": "stop"})
    assert len(way.stored_attempts(database)) == 1


def test_another_school_year_changes_the_next_steps_and_not_the_first_sky(
    visitor: Visitor, first: Page, database: Database
) -> None:
    retake(visitor, school_type="vmbo-kb", year="4")
    old, new = way.stored_attempts(database)
    assert (old.school_type, old.year) == ("havo", 2)
    assert (new.school_type, new.year) == ("vmbo-kb", 4)


def test_after_five_skies_there_is_no_sixth(
    visitor: Visitor, first: Page, database: Database
) -> None:
    with database.writing() as session:
        root = session.query(Attempt).one()
        values = {c.name: getattr(root, c.name) for c in Attempt.__table__.columns}
        for number in range(1, MOST_ATTEMPTS):
            own = {"id": root.id + number, "first_id": root.id, "return_digest": b"%032d" % number}
            session.add(Attempt(**{**values, **own}))
    token = way.token_of(visitor.get("/resultaat"))
    page = visitor.post("/opnieuw", {"csrf_token": token})
    assert (page.path, way.heading(page)) == ("/opnieuw", "Je hebt vijf keer gekeken")
    assert len(way.stored_attempts(database)) == MOST_ATTEMPTS


def test_from_the_retake_the_next_pupil_comes_into_the_same_class(
    visitor: Visitor, class_code: str
) -> None:
    way.at_result(visitor, f"/meedoen/{class_code}")
    retake(visitor)
    page = visitor.submit(visitor.get("/volgende"))
    assert page.path == f"/meedoen/{class_code}"


def test_the_qr_of_a_class_leads_who_does_it_again_back_to_the_questions(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    way.at_result(visitor, f"/meedoen/{class_code}")
    retake(visitor)
    with database.writing() as session:
        session.execute(update(SchoolClass).values(capacity=1))
    assert visitor.get(f"/meedoen/{class_code}").path == "/vragen"


def test_a_new_code_and_erasing_work_from_a_retake(
    visitor: Visitor, another_visitor: Visitor, first: Page, database: Database
) -> None:
    retake(visitor)
    code = way.return_code(visitor.submit(visitor.get("/code")))
    assert another_visitor.submit(another_visitor.get("/terug"), code=code).path == "/vragen"
    visitor.submit(visitor.get("/wissen"))
    assert way.stored_attempts(database) == []
    assert another_visitor.get("/vragen").status == 403


def test_another_device_that_still_shows_the_first_sky_finds_the_way(
    visitor: Visitor, another_visitor: Visitor, code_page: Page, first: Page
) -> None:
    another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(code_page))
    retake(visitor)
    page = another_visitor.get("/resultaat")
    assert "Je kijkt nog een keer" in page.text
    assert another_visitor.submit(another_visitor.get("/opnieuw")).path == "/vragen"
    to_result(visitor, visitor.get("/vragen"), "2")
    assert "Dit is je tweede sterrenhemel" in another_visitor.get("/resultaat").text
