"""Zooming in on a world after the result, as a browser without scripts and as a script does it."""

import pytest

from quiz.domain.bank.schema import Bank
from quiz.domain.bank.texts import load_texts
from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.pdf_reading import Pdf
from tests.visitor import Page, Visitor

WORLD = "hitech-science"
ADDRESS = f"/vragen/inzoomen/{WORLD}"
RESULT = "/resultaat"
WORDS = load_texts("nl")


@pytest.fixture
def code_page(visitor: Visitor) -> Page:
    """The page with the return code of somebody in the last year of vwo, where steps are many."""
    return visitor.start(school_type="vwo", year="5")


@pytest.fixture
def result(visitor: Visitor, bank: Bank, code_page: Page) -> Page:
    """Their result: fond of one world, and of no part of it more than another."""
    page = visitor.submit(code_page)
    while "own_world" not in page.form.choices:
        choices = page.form.choices
        chosen = {
            name: "4" if name in bank.items and bank.items[name].world == WORLD else "2"
            for name in choices
        }
        page = visitor.post(page.form.action, {**page.form.values, **chosen})
    return visitor.submit(page, own_world="onbekend")


def fond_of(bank: Bank, tag: str, other: str = "2") -> dict[str, str]:
    """Super on the questions about one tag, something else on the others."""
    return {name: "5" if bank.zoom[name].tag == tag else other for name in bank.zoom_of(WORLD)}


def send(visitor: Visitor, answers: dict[str, str]) -> Page:
    """Fill in the page with the questions, and send it."""
    page = visitor.get(f"{ADDRESS}?blok=1")
    return visitor.post(page.form.action, {**page.form.values, **answers})


def programmes(page: Page) -> list[str]:
    """The programmes on a result, in the order in which they stand."""
    assert page.document is not None
    found = [each.get("id", "") for each in page.document.iter("li")]
    return [name for name in found if name.startswith("programme-")]


@pytest.mark.parametrize("tag", ["robots", "lab", "ruimte", "precisie"])
def test_the_result_invites_and_afterwards_says_what_it_told(
    visitor: Visitor, bank: Bank, result: Page, tag: str
) -> None:
    offer = WORDS.results["zoom.offer"].format(count=len(bank.zoom_of(WORLD)))
    assert offer in result.text
    assert ADDRESS in result.links()
    page = visitor.get(ADDRESS)
    assert way.heading(page) == "Wat trekt je in Hi-tech & Science?"
    assert tuple(way.questions_of(page)) == bank.zoom_of(WORLD)
    after = send(visitor, fond_of(bank, tag))
    assert after.path == RESULT
    assert WORDS.results["zoom.one"].format(first=WORDS.tags[tag]) in after.text
    assert WORDS.results["zoom.steps"] in after.text
    assert offer not in after.text
    own = next(name for name, value in fond_of(bank, tag).items() if value == "5")
    assert f"{WORDS.zoom_items[own]} super" in after.text


def test_steps_follow_what_was_liked_and_follow_again_when_that_changes(
    visitor: Visitor, bank: Bank, result: Page
) -> None:
    lists = {tag: programmes(send(visitor, fond_of(bank, tag))) for tag in ("robots", "ruimte")}
    assert len({tuple(found[:3]) for found in (programmes(result), *lists.values())}) == 3
    assert programmes(send(visitor, fond_of(bank, "robots"))) == lists["robots"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [("4", WORDS.results["zoom.all"]), ("0", WORDS.results["zoom.unknown"])],
)
def test_where_nothing_stands_out_the_page_says_so_and_claims_no_more(
    visitor: Visitor, bank: Bank, result: Page, answers: str, expected: str
) -> None:
    after = send(visitor, dict.fromkeys(bank.zoom_of(WORLD), answers))
    assert expected in after.text
    assert WORDS.results["zoom.steps"] not in after.text
    if answers == "0":
        assert programmes(after) == programmes(result)


def test_open_questions_come_back_with_what_was_answered(
    visitor: Visitor, bank: Bank, result: Page
) -> None:
    first, *others = bank.zoom_of(WORLD)
    page = send(visitor, {first: "5"})
    assert page.status == 422
    assert way.checked_on(page) == {first: "5"}
    assert f"{len(others)} te gaan" in visitor.get(RESULT).text


def test_half_way_a_pupil_goes_on_elsewhere_with_the_code(
    visitor: Visitor, another_visitor: Visitor, bank: Bank, code_page: Page, result: Page
) -> None:
    first, *others = bank.zoom_of(WORLD)
    send(visitor, {first: "5"})
    page = another_visitor.submit(another_visitor.get("/terug"), code=way.return_code(code_page))
    assert page.path == RESULT
    assert ADDRESS in page.links()
    assert way.checked_on(another_visitor.get(ADDRESS)) == {first: "5"}
    after = send(another_visitor, dict.fromkeys(others, "3"))
    assert after.path == visitor.get(ADDRESS).path == RESULT
    assert way.checked_on(visitor.get(f"{ADDRESS}?blok=1")) == {first: "5"} | dict.fromkeys(
        others, "3"
    )


def test_single_answers_come_in_by_the_door_of_all_answers(
    visitor: Visitor, bank: Bank, database: Database, result: Page
) -> None:
    token, (first, *others) = way.token_of(visitor.get(ADDRESS)), bank.zoom_of(WORLD)

    def one(question: str, value: str) -> int:
        fields = {"csrf_token": token, "question": question, "value": value, "sequence": "1"}
        return visitor.post("/vragen/antwoord", fields).status

    assert one(first, "4") == 204
    assert one(first, "6") == 422
    assert one("geen-vraag", "4") == one(bank.live[0], "4") == 409
    assert way.stored_answers(database)[first] == 4
    rest = {"csrf_token": token, "script": "yes", **dict.fromkeys(others, "2")}
    assert visitor.post(ADDRESS, {**rest, "sequence": "2"}).status == 204
    assert visitor.get(ADDRESS).path == RESULT


def test_every_world_can_be_chosen_by_hand_and_another_language_keeps_what_was_chosen(
    visitor: Visitor, bank: Bank, result: Page
) -> None:
    for world in bank.worlds:
        assert f"/vragen/inzoomen/{world}" in result.links()
        assert tuple(way.questions_of(visitor.get(f"/vragen/inzoomen/{world}"))) == bank.zoom_of(
            world
        )
    page = visitor.get(ADDRESS)
    first = bank.zoom_of(WORLD)[0]
    page = visitor.post(f"{ADDRESS}?blok=1", {**page.form.values, first: "5", "taal": "en"})
    assert load_texts("en").zoom_items[first] in page.text
    assert way.checked_on(page) == {first: "5"}


def test_without_a_result_or_where_answers_tell_nothing_there_is_nothing_to_zoom_in_on(
    visitor: Visitor, bank: Bank, database: Database
) -> None:
    page = visitor.begin()
    token, first = way.token_of(page), bank.zoom_of(WORLD)[0]
    assert visitor.get(ADDRESS).status == 409
    assert visitor.post(ADDRESS, {"csrf_token": token, first: "5"}).status == 409
    fields = {"csrf_token": token, "question": first, "value": "5"}
    assert visitor.post("/vragen/antwoord", fields).status == 422
    assert way.stored_answers(database) == {}
    assert visitor.get("/vragen/inzoomen/mars").status == 404
    assert visitor.post("/vragen/inzoomen/mars", {"csrf_token": token}).status == 404
    while page.path != RESULT:
        page = visitor.answer_all(page, "3")
        if "own_world" in page.form.choices:
            page = visitor.submit(page, own_world="onbekend")
    assert ADDRESS not in page.links()
    assert visitor.get(ADDRESS).path == RESULT


def test_a_form_that_our_page_cannot_send_is_refused(visitor: Visitor, result: Page) -> None:
    assert send(visitor, {"robot-weg": "veel"}).status == 422
    assert send(visitor, {"robot-weg": "9"}).status == 422


def test_an_earlier_result_invites_to_nothing_while_a_retake_is_busy(
    visitor: Visitor, bank: Bank, result: Page
) -> None:
    send(visitor, fond_of(bank, "robots"))
    visitor.submit(visitor.get("/opnieuw"))
    page = visitor.get(RESULT)
    assert WORDS.results["zoom.one"].format(first=WORDS.tags["robots"]) in page.text
    assert ADDRESS not in page.links()
    assert visitor.get(ADDRESS).status == 409


def test_the_sheet_says_what_zooming_in_told_with_an_own_answer(
    visitor: Visitor, bank: Bank, result: Page
) -> None:
    send(visitor, fond_of(bank, "lab"))
    sheet = " ".join(Pdf(visitor.client.get("/resultaat.pdf").data).text.split())
    assert WORDS.results["zoom.one"].format(first=WORDS.tags["lab"]) in sheet
    assert WORDS.zoom_items["vlam-groen"] in sheet
