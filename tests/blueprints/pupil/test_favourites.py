"""A star on a next step: one press, no script, and it stands on the result from then on."""

from xml.etree.ElementTree import Element

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.blueprints.pupil.result_reading import with_class, with_class_in, words
from tests.visitor import Page, Visitor


@pytest.fixture
def result(visitor: Visitor) -> Page:
    """The result of somebody in Ede, with many cards."""
    visitor.begin(school_type="vmbo-kb", year="3", place="Ede")
    page = visitor.answer_all(way.answer_blocks(visitor, visitor.get("/vragen")), "4")
    return visitor.submit(page, own_world="onbekend")


def stars(page: Page) -> list[Element]:
    """The star of every card."""
    return [
        button
        for card in with_class(page, "li", "step")
        for button in card.iter("button")
        if "star" in (button.get("class") or "")
    ]


def named(card: Element) -> list[Element]:
    """What a card holds: the lines of one that several programmes share, else its heading."""
    lines = [each for each in card.iter("ul") if each.get("class") == "lines"]
    return [name for line in lines for name in line.iter("strong")] or card.findall(".//h4")


def press(visitor: Visitor, page: Page, star: Element) -> Page:
    """Press a star as a browser does: its name and value, with the token of its form."""
    assert page.document is not None
    forms = {form.get("id"): form for form in page.document.iter("form")}
    form = forms[star.get("form")]
    fields = {field.get("name", ""): field.get("value", "") for field in form.iter("input")}
    return visitor.post(
        form.get("action", ""), {**fields, star.get("name", ""): star.get("value", "")}
    )


def kept(page: Page) -> list[str]:
    """The lines under "Bewaard"."""
    return [words(line) for lines in with_class(page, "ul", "kept") for line in lines]


def test_every_card_has_a_star_with_the_name_of_its_step(result: Page) -> None:
    cards = [card for card in with_class(result, "li", "step") if with_class_in(card, "p", "why")]
    names = [words(each) for card in cards for each in named(card)]
    assert len(names) > 10
    assert [words(star) for star in stars(result)] == [f"Bewaar: {name}" for name in names]


def test_a_kept_step_says_so_and_stands_on_the_list_until_it_is_let_go(
    visitor: Visitor, result: Page
) -> None:
    first, *_others, last = stars(result)
    name = words(first).removeprefix("Bewaar: ")
    page = press(visitor, result, first)
    assert page.path == "/resultaat"
    assert [line.startswith(name) for line in kept(page)] == [True]
    assert words(stars(page)[0]) == f"Bewaard: {name}"
    assert len(kept(press(visitor, page, last))) == 2
    page = press(visitor, page, stars(page)[0])
    assert not any(line.startswith(name) for line in kept(page))


def test_after_a_press_the_page_opens_at_the_same_card(visitor: Visitor, result: Page) -> None:
    star = stars(result)[3]
    fields = {"csrf_token": way.token_of(result), "bewaar": star.get("value")}
    answer = visitor.client.post("/resultaat/bewaren", data=fields)
    place = answer.location.partition("#")[2]
    assert place in {
        line.get("id") for card in with_class(result, "li", "step") for line in card.iter("li")
    }


def test_what_is_kept_comes_back_with_the_return_code_and_goes_when_all_is_erased(
    visitor: Visitor, database: Database
) -> None:
    code = way.return_code(visitor.start(school_type="vmbo-kb", year="3", place="Ede"))
    page = visitor.answer_all(way.answer_blocks(visitor, visitor.get("/vragen")), "4")
    page = visitor.submit(page, own_world="onbekend")
    press(visitor, page, stars(page)[0])
    visitor.submit(visitor.get("/volgende"))
    visitor.submit(visitor.get("/terug"), code=code)
    assert len(kept(visitor.get("/resultaat"))) == 1
    visitor.submit(visitor.get("/wissen"))
    assert way.stored_rows(database)["favourite"] == []


def test_a_star_that_no_card_has_changes_nothing(
    visitor: Visitor, database: Database, result: Page
) -> None:
    before = way.stored_rows(database)
    for field in (
        {},
        {"bewaar": ""},
        {"bewaar": "programme/bestaat-niet"},
        {"bewaar": "company/na-te-kijken-cooperatie-koninklijke-cosun-u-a-0014"},
        {"bewaar": "planeet/mbo-25740"},
        {"bewaar": "../../etc/passwd"},
        {"los": "x" * 5000},
    ):
        page = visitor.post("/resultaat/bewaren", {"csrf_token": way.token_of(result), **field})
        assert (page.status, page.path) == (200, "/resultaat"), field
        assert way.stored_rows(database) == before, field


def test_kinds_of_kept_steps_read_right(visitor: Visitor, result: Page) -> None:
    token = way.token_of(result)
    for key in ("programme/wo-56978", "company/moba", "event/world-food-center-ede"):
        page = visitor.post("/resultaat/bewaren", {"csrf_token": token, "bewaar": key})
    lines = " ".join(kept(page))
    assert "Moba, Barneveld" in lines
    assert "World Food Center" in lines
