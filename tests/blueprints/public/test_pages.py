"""The pages for anyone: what they show, in both languages, and that every link leads somewhere."""

import re

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.texts import load_texts
from tests.blueprints.pupil import way
from tests.kept_words import open_texts
from tests.visitor import Page, Visitor

WORLDS = load_bank().worlds
PUBLIC = ["/", "/werelden", "/over", "/privacy", "/toegankelijkheid"]
PAGES = [*PUBLIC, "/meedoen", "/start", "/terug", *(f"/werelden/{world}" for world in WORLDS)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("world", WORLDS)
def test_a_world_page_shows_all_that_is_written_about_that_world(
    visitor: Visitor, world: str, language: str
) -> None:
    page = visitor.get(f"/werelden/{world}?taal={language}")
    content = load_texts(language).worlds[world]
    assert way.heading(page) == content.name
    jobs = [job for _level, names in content.jobs for job in names]
    for sentence in (content.short, *content.do, *content.make, *content.surprise, *jobs):
        assert sentence in page.text
    others = {f"/werelden/{other}" for other in WORLDS if other != world}
    assert others <= set(page.links())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_seven_worlds_are_listed_and_linked(visitor: Visitor, language: str) -> None:
    page = visitor.get(f"/werelden?taal={language}")
    for world in WORLDS:
        assert load_texts(language).worlds[world].name in page.text
        assert f"/werelden/{world}" in page.links()


@pytest.mark.parametrize("path", ["/werelden/mars", "/werelden/Hitech", "/werelden/..%2Fover"])
def test_a_world_that_does_not_exist_is_not_found(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    assert page.status == 404
    assert "/" in page.links()


def _sentences(page: Page) -> set[str]:
    """The pieces of text of a page that have at least four words, but for names and codes."""
    assert page.document is not None
    main = page.document.find(".//main")
    assert main is not None
    pieces = (" ".join(piece.split()) for piece in open_texts(main))
    return {piece for piece in pieces if len(piece.split()) >= 4 and not piece[-3:].isdigit()}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_in_english_holds_no_dutch_sentence(visitor: Visitor, path: str) -> None:
    dutch, english = visitor.get(f"{path}?taal=nl"), visitor.get(f"{path}?taal=en")
    assert '<html lang="en">' in english.html
    assert _sentences(dutch) & _sentences(english) == set()
    assert way.heading(dutch) != way.heading(english) or path == "/privacy"


def test_the_pages_of_the_way_in_english_hold_no_dutch_sentence(visitor: Visitor) -> None:
    page = visitor.get("/start")
    while page.path != "/resultaat":
        english = visitor.get(f"{page.path}?taal=en")
        dutch = visitor.get(f"{page.path}?taal=nl")
        assert _sentences(dutch) & _sentences(english) == set()
        page = visitor.submit_randomly(dutch)


def test_the_chosen_language_stays_until_another_is_chosen(visitor: Visitor) -> None:
    visitor.get("/?taal=en")
    assert '<html lang="en">' in visitor.get("/over").html
    visitor.get("/?taal=nl")
    assert '<html lang="nl">' in visitor.get("/over").html


def test_a_device_that_asks_for_english_gets_dutch_until_english_is_chosen(
    visitor: Visitor,
) -> None:
    response = visitor.client.get("/", headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert b'<html lang="nl">' in response.data


def _inner_links(page: Page) -> set[str]:
    return {link for link in page.links() if link.startswith("/")}


def _assert_links_lead_somewhere(visitor: Visitor, page: Page, *, known: set[str]) -> None:
    for link in sorted(_inner_links(page) - known):
        known.add(link)
        target = visitor.get(link)
        needs_attempt = target.status == 403 and "/terug" in target.links()
        assert target.status == 200 or needs_attempt, f"{link} on {page.path}: {target.status}"


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_public_page_leads_somewhere(visitor: Visitor, path: str) -> None:
    _assert_links_lead_somewhere(visitor, visitor.get(path), known=set())


def test_every_link_on_the_way_leads_somewhere(visitor: Visitor, class_code: str) -> None:
    known = {"/resultaat"}  # on the questions it is hidden until the result is there
    page = visitor.get(f"/meedoen/{class_code}")
    while page.path != "/resultaat":
        _assert_links_lead_somewhere(visitor, page, known=known)
        page = visitor.submit_randomly(page)
    _assert_links_lead_somewhere(visitor, page, known=known)
    for path in ("/code", "/volgende", "/wissen"):
        _assert_links_lead_somewhere(visitor, visitor.get(path), known=known)


@pytest.mark.parametrize("path", ["/vragen/meer", "/vragen/antwoord", "/wissen", "/code"])
def test_every_link_on_an_error_page_leads_somewhere(visitor: Visitor, path: str) -> None:
    page = visitor.post(path, {"csrf_token": way.token_of(visitor.get("/start"))})
    assert page.status == 403
    _assert_links_lead_somewhere(visitor, page, known=set())
    stale = visitor.post(path, {"csrf_token": "oud"})
    _assert_links_lead_somewhere(visitor, stale, known=set())


def test_the_first_page_promises_what_the_result_gives_and_asks_no_talent(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert "Zeven werelden. Welke trekt jou?" in page.text
    assert "Zo’n 28 korte vragen, een minuut of vijf. Geen account, geen naam." in page.text
    assert not re.search("talent|open dag|past bij je|bij je passen", page.text, re.IGNORECASE)
