"""Deleting everything, and handing the device to the next pupil."""

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Visitor


def test_delete_asks_first(visitor: Visitor, database: Database) -> None:
    way.at_result(visitor)
    before = way.stored_rows(database)
    page = visitor.get("/wissen")
    assert way.heading(page) == "Alles wissen?"
    assert way.stored_attempts(database)[0].nickname in page.text
    assert way.stored_rows(database) == before


def test_delete_removes_everything_of_this_pupil_and_nothing_of_another(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    way.at_result(another_visitor, f"/meedoen/{class_code}")
    before = way.stored_rows(database)
    way.at_result(visitor, f"/meedoen/{class_code}")
    page = visitor.submit(visitor.get("/wissen"))
    assert page.status == 200
    assert way.heading(page) == "Alles is gewist"
    assert way.stored_rows(database) == before


def test_after_delete_the_return_code_no_longer_works(
    visitor: Visitor, another_visitor: Visitor
) -> None:
    code_page = visitor.start()
    visitor.submit(visitor.get("/wissen"))
    form = another_visitor.get("/terug")
    page = another_visitor.submit(form, code=way.return_code(code_page))
    assert page.status == 422
    assert "Deze code kennen we niet" in page.text


def test_after_delete_this_device_knows_nobody(visitor: Visitor) -> None:
    way.at_result(visitor)
    visitor.submit(visitor.get("/wissen"))
    for path in ("/vragen", "/code", "/resultaat", "/volgende"):
        assert visitor.get(path).status == 403


def test_the_page_after_delete_can_be_reloaded_and_read_in_english(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.submit(visitor.get("/wissen"))
    assert visitor.get(page.path).text == page.text
    english = visitor.get(next(link for link in page.links() if "taal=en" in link))
    assert english.status == 200
    assert english.text != page.text
    assert visitor.begin().path == "/vragen"
    assert way.heading(visitor.get("/wissen")) != way.heading(english)


def test_delete_sent_twice_does_no_harm(visitor: Visitor, database: Database) -> None:
    visitor.begin()
    page = visitor.get("/wissen")
    cookie = visitor.client.get_cookie("zeven_werelden")
    assert cookie is not None
    visitor.submit(page)
    visitor.client.set_cookie(cookie.key, cookie.value)
    assert visitor.submit(page).status == 200
    assert way.stored_attempts(database) == []


def test_an_erased_attempt_in_another_tab_or_device_says_how_to_go_on(
    visitor: Visitor, another_visitor: Visitor, database: Database
) -> None:
    code_page = visitor.start()
    other = another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(code_page))
    visitor.submit(visitor.get("/wissen"))
    for page in (another_visitor.answer_all(other, "4"), another_visitor.get("/resultaat")):
        assert page.status == 403
        assert "/terug" in page.links()
    assert all(not rows for rows in way.stored_rows(database).values())
    assert another_visitor.begin().path == "/vragen"


def test_next_pupil_asks_first_and_offers_a_new_code(visitor: Visitor, database: Database) -> None:
    visitor.begin()
    page = visitor.get("/volgende")
    assert way.stored_attempts(database)[0].nickname in page.text
    assert {"/code", "/vragen", "/wissen"} <= set(page.links())


def test_next_pupil_without_a_class_leads_to_the_first_page(visitor: Visitor) -> None:
    way.at_result(visitor)
    assert visitor.submit(visitor.get("/volgende")).path == "/"
    assert visitor.get("/resultaat").status == 403


def test_next_pupil_of_a_class_comes_straight_to_the_start_page_of_that_class(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    way.at_result(visitor, f"/meedoen/{class_code}")
    page = visitor.submit(visitor.get("/volgende"))
    assert page.path == f"/meedoen/{class_code}"
    assert way.stored_attempts(database)[0].nickname not in page.text
    assert visitor.submit_randomly(page).path == "/code"
    assert len(way.stored_attempts(database)) == 2


def test_who_stops_is_thanked_once_and_this_device_knows_nothing_any_more(
    visitor: Visitor, class_code: str
) -> None:
    way.at_result(visitor, f"/meedoen/{class_code}")
    page = visitor.post("/volgende", {**visitor.get("/volgende").form.values, "daarna": "begin"})
    assert page.path == "/"
    assert "Bedankt voor het meedoen" in page.text
    with visitor.client.session_transaction() as session:
        assert set(session) <= {"_permanent", "renewed", "csrf_token"}
    assert "Bedankt" not in visitor.get("/").text
    assert visitor.get("/resultaat").status == 403


def test_an_old_tab_of_the_first_pupil_cannot_write_into_the_answers_of_the_second(
    visitor: Visitor, class_code: str, database: Database
) -> None:
    old_tab = visitor.begin(f"/meedoen/{class_code}")
    start = visitor.submit(visitor.get("/volgende"))
    visitor.submit(visitor.submit_randomly(start))
    before = way.stored_rows(database)
    page = visitor.answer_all(old_tab, "5")
    assert page.status == 400
    assert "Deze pagina was te oud" in page.text
    assert "/vragen" in page.links()
    one = {"csrf_token": way.token_of(old_tab), "question": way.questions_of(old_tab)[0]}
    assert visitor.post("/vragen/antwoord", {**one, "value": "5", "sequence": "9"}).status == 400
    assert way.stored_rows(database) == before


def test_old_tabs_of_the_first_pupil_cannot_delete_or_replace_the_second(
    visitor: Visitor, database: Database
) -> None:
    visitor.begin()
    old_tabs = [visitor.get(path) for path in ("/wissen", "/volgende", "/code")]
    visitor.submit(visitor.get("/volgende"))
    visitor.begin()
    before = way.stored_rows(database)
    for tab in old_tabs:
        assert visitor.submit(tab).status == 400
    assert way.stored_rows(database) == before
    assert visitor.get("/vragen").status == 200


def test_what_the_first_pupil_saw_is_kept_by_no_browser(visitor: Visitor) -> None:
    way.at_result(visitor)
    for path in ("/vragen", "/code", "/resultaat", "/volgende", "/wissen"):
        assert visitor.get(path).response.headers["Cache-Control"] == "no-store"


def test_the_language_stays_for_the_next_pupil_but_nothing_else(visitor: Visitor) -> None:
    visitor.begin("/start?taal=en")
    page = visitor.submit(visitor.get("/volgende"))
    assert '<html lang="en">' in page.html
    with visitor.client.session_transaction() as session:
        assert set(session) <= {"language", "_permanent", "renewed", "csrf_token"}
