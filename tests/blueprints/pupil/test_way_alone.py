"""The way of a pupil alone, page by page: what each page says and where it leads."""

import pytest

from quiz.domain.bank.schema import Bank
from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Visitor

MEANT_SCHOOL_TYPES = [
    "po",
    "pro",
    "vmbo-bb",
    "vmbo-kb",
    "vmbo-gl-tl",
    "brugklas",
    "havo",
    "vwo",
    "isk",
    "mbo",
    "onbekend",
]


def test_the_first_page_offers_a_class_code_and_a_way_without_a_class(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert page.form.texts == ["code"]
    assert {"/start", "/terug", "/werelden"} <= set(page.links())


def test_the_start_page_asks_school_year_and_town_and_nothing_else(visitor: Visitor) -> None:
    form = visitor.get("/start").form
    assert form.choices["school_type"] == MEANT_SCHOOL_TYPES
    assert form.choices["year"] == ["", "1", "2", "3", "4", "5", "6", "7", "8"]
    assert form.texts == ["place"]
    assert set(form.choices) | set(form.texts) | {"csrf_token"} == {
        "school_type",
        "year",
        "place",
        "csrf_token",
    }


def test_the_start_page_says_that_taking_part_is_voluntary(visitor: Visitor) -> None:
    assert "vrijwillig" in visitor.get("/start").text
    assert "voluntary" in visitor.get("/start?taal=en").text


def test_after_the_start_a_pupil_sees_nickname_and_return_code(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.start()
    attempt = way.stored_attempts(database)[0]
    assert page.path == "/code"
    assert attempt.nickname in page.html
    words = way.return_code(page).split()
    assert [len(word) >= 3 for word in words[:2]] == [True, True]
    assert "".join(words[2:]).isdigit()
    assert len("".join(words[2:])) == 6


def test_the_code_stays_on_screen_until_the_pupil_goes_on_and_is_then_never_shown_again(
    visitor: Visitor,
) -> None:
    page = visitor.start()
    code = way.return_code(page)
    assert way.return_code(visitor.get("/code")) == code
    visitor.submit(page)
    again = visitor.get("/code")
    assert code not in again.text
    assert again.form.values["action"] == "new"
    assert again.document is not None
    main = again.document.find(".//main//a[@class='button']")
    assert main is not None
    assert main.get("href") == "/vragen", "a new code is never the first thing to press"
    question = again.document.find(".//main//details//form/..")
    assert question is not None
    assert "open" not in question.attrib


def test_a_lost_code_is_replaced_by_a_new_one_and_the_old_one_stops_working(
    visitor: Visitor, another_visitor: Visitor
) -> None:
    page = visitor.start()
    old = way.return_code(page)
    visitor.submit(page)
    shown = visitor.submit(visitor.get("/code"))
    new = way.return_code(shown)
    assert new != old
    assert another_visitor.submit(another_visitor.get("/terug"), code=old).status == 422
    assert another_visitor.submit(another_visitor.get("/terug"), code=new).path == "/vragen"
    assert visitor.submit(shown).path == "/vragen"


def test_four_blocks_of_seven_different_questions_come_one_after_another(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.begin()
    seen: list[str] = []
    for block in range(1, way.BLOCKS + 1):
        assert f"Blok {block} van 4" in page.html
        assert way.stored_attempts(database)[0].nickname in page.html
        assert len(way.questions_of(page)) == way.BLOCK_SIZE
        seen += way.questions_of(page)
        page = visitor.answer_all(page, "3")
    assert len(set(seen)) == 28
    assert "Laatste stukje" in page.html


def test_every_question_offers_five_faces_and_i_do_not_know_it(visitor: Visitor) -> None:
    page = visitor.begin()
    for options in page.form.choices.values():
        assert options == ["1", "2", "3", "4", "5", "0"]
    for words in ("niks", "niet zo", "gaat wel", "leuk", "super", "geen idee"):
        assert page.text.count(words) >= way.BLOCK_SIZE


def test_questions_are_counted_from_the_first_to_the_last(visitor: Visitor) -> None:
    page = visitor.begin()
    for number in range(1, 29):
        assert f"Vraag {number} van 28" in page.text
        if number % way.BLOCK_SIZE == 0:
            page = visitor.answer_all(page, "2")
    assert "Vraag 5 van 5" in page.text


def test_the_first_block_holds_one_question_of_each_world(visitor: Visitor, bank: Bank) -> None:
    page = visitor.begin()
    assert {bank.items[question].world for question in way.questions_of(page)} == set(bank.worlds)


def test_the_last_two_pages_ask_the_tech_type_and_the_own_world(
    visitor: Visitor, bank: Bank
) -> None:
    page = way.at_tech_type(visitor)
    assert way.questions_of(page) == list(bank.tech_items)
    page = visitor.answer_all(page, "4")
    assert page.form.choices["own_world"] == [*bank.worlds, "onbekend"]
    assert visitor.submit(page, own_world="hitech-science").path == "/resultaat"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_way_is_in_the_language_chosen_at_its_start(
    visitor: Visitor, language: str
) -> None:
    page = visitor.get(f"/start?taal={language}")
    seen = []
    while page.path != "/resultaat":
        assert f'<html lang="{language}">' in page.html
        seen.append(page.path)
        page = visitor.submit_randomly(page)
    assert f'<html lang="{language}">' in page.html
    assert seen == ["/start", "/code", *["/vragen"] * 6]
