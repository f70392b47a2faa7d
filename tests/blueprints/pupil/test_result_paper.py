"""The sheet for the loopbaandossier: the pupil's result on paper, for every ear and every eye."""

import re

import pytest

from quiz.domain.bank.paper import load_paper
from quiz.domain.bank.schema import COMPETENCES
from quiz.domain.bank.texts import load_texts
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import (
    AgreedStepDraft,
    agree_step,
    agreed_steps,
    mark_step_done,
)
from tests.blueprints.pupil.result_reading import cards
from tests.blueprints.pupil.way import at_result, return_code, stored_attempts
from tests.pdf_reading import Pdf
from tests.reading import read
from tests.usecases.attempts.pupils import walk
from tests.visitor import Page, Visitor

SHEET = "/resultaat.pdf"
NAME = 'attachment; filename="zeven-werelden-resultaat.pdf"'


def _sheet(visitor: Visitor, language: str = "nl") -> Pdf:
    response = visitor.client.get(f"{SHEET}?taal={language}")
    assert response.status_code == 200
    assert response.content_type == "application/pdf"
    assert response.headers["Content-Disposition"] == NAME
    assert response.headers["Cache-Control"] == "no-store"
    return Pdf(response.data)


def _varied(visitor: Visitor, services: Services) -> Page:
    """A result of somebody who likes one world most, with a town."""
    page = visitor.begin(school_type="vmbo-kb", year="2", place="Alkmaar")
    liked = services.bank.worlds[1]
    while page.path != "/resultaat":
        form, items = page.form, services.bank.items
        answers = {
            name: "5" if name in items and items[name].world == liked else options[2]
            for name, options in form.choices.items()
        }
        page = visitor.post(form.action or page.path, {**form.values, **answers})
    return page


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheet_holds_the_four_parts_of_a_portfolio_and_the_five_competences(
    visitor: Visitor, services: Services, language: str
) -> None:
    _varied(visitor, services)
    sheet, words = _sheet(visitor, language), load_paper(language).words
    for part in ("goal", "result", "evaluation", "steps"):
        assert ("H2", words[part]["title"]) in sheet.headings
    for competence in load_paper(language).competences:
        assert competence.name in sheet.text
        assert competence.question in sheet.text
    assert len(load_paper(language).competences) == len(COMPETENCES) == 5
    assert words["sheet"]["name"] in sheet.text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheet_is_tagged_in_its_own_language(
    visitor: Visitor, services: Services, language: str
) -> None:
    _varied(visitor, services)
    sheet = _sheet(visitor, language)
    assert sheet.findings == []
    assert sheet.is_tagged
    assert sheet.shows_its_title
    assert sheet.language == language
    assert sheet.headings[0] == ("H1", load_paper(language).words["sheet"]["title"])
    assert sheet.tags.count("Table") == sheet.tags.count("THead") == 2
    assert sheet.tags.count("TH") == 7
    assert sheet.tags.count("Figure") == len(sheet.alternatives)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sky_is_told_in_words_and_stands_in_a_table(
    visitor: Visitor, services: Services, language: str
) -> None:
    _varied(visitor, services)
    sheet = _sheet(visitor, language)
    (sky,) = [words for words in sheet.alternatives if " 7. " in words]
    for world in load_texts(language).worlds.values():
        assert world.name in sky
        assert world.name in sheet.text


def test_the_sheet_says_what_the_page_says(visitor: Visitor, services: Services) -> None:
    page = _varied(visitor, services)
    sheet = _sheet(visitor)
    nickname = stored_attempts(services.database)[0].nickname
    assert nickname in sheet.text
    for card in cards(page):
        assert card.chip in sheet.text
        assert all(reason.rsplit(" ", 1)[0] in sheet.text for reason in card.reasons)
    for step in ("Kiezen:", "Kijken:", "Praten:"):
        assert step in sheet.pages[1]
    assert "github" not in sheet.text
    assert len(sheet.pages) == 2


def test_a_step_kept_with_the_star_is_on_the_sheet(visitor: Visitor, services: Services) -> None:
    page = _varied(visitor, services)
    kept = load_paper("nl").words["kept"]["title"]
    assert ("H3", kept) not in _sheet(visitor).headings
    token = page.form.values["csrf_token"]
    key = page.html.split('name="bewaar"')[1].split('value="')[1].split('"')[0]
    visitor.post("/resultaat/bewaren", {"csrf_token": token, "bewaar": key})
    sheet = _sheet(visitor)
    assert ("H3", kept) in sheet.headings
    assert "Kijken:" not in sheet.text
    assert len(sheet.pages) == 2


def test_what_was_agreed_with_a_counsellor_is_on_the_sheet(
    visitor: Visitor, services: Services
) -> None:
    at_result(visitor)
    assert "Afgesproken" not in _sheet(visitor).text
    attempt = stored_attempts(services.database)[0].id
    agree_step(services, attempt, AgreedStepDraft("open-day", "2027-03"))
    assert ("H3", "Afgesproken") in _sheet(visitor).headings
    assert "maart 2027: Naar een open dag" in _sheet(visitor).text
    mark_step_done(services, attempt, read(services, agreed_steps, attempt)[0].id)
    english = _sheet(visitor, "en").text.partition("March 2027:")[2]
    assert 0 < english.find(", done") < english.find("My next step")


def test_the_sheet_reminds_of_the_code_and_never_shows_it(visitor: Visitor) -> None:
    code_page = visitor.start()
    code = return_code(code_page)
    page = visitor.submit(code_page)
    while page.path != "/resultaat":
        page = visitor.submit_randomly(page)
    sheet = _sheet(visitor)
    assert load_paper("nl").words["sheet"]["code"][:40] in sheet.text
    words, digits = re.findall(r"[a-z]+", code), "".join(re.findall(r"\d", code))
    assert len(words) == 2
    assert digits not in re.sub(r"\s", "", sheet.text)
    assert not re.search(r"\W+".join(words), sheet.text)


def test_the_sheet_names_the_versions_that_made_it_and_no_verdict(
    visitor: Visitor, services: Services
) -> None:
    at_result(visitor)
    sheet = _sheet(visitor)
    assert services.engine.model_version in sheet.text
    assert "geen oordeel" in sheet.text


def test_too_few_answers_make_no_sheet_but_the_kind_page(visitor: Visitor) -> None:
    at_result(visitor, value="0")
    page = visitor.get(SHEET)
    assert page.is_html
    assert page.path == "/resultaat"
    assert "Nog even geen beeld" in page.text


def test_a_result_that_is_not_there_yet_has_no_sheet(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.get(SHEET)
    assert page.status == 409
    assert page.is_html


def test_after_erasing_there_is_no_sheet(visitor: Visitor) -> None:
    at_result(visitor)
    visitor.submit(visitor.get("/wissen"))
    assert visitor.get(SHEET).status == 403


def test_an_earlier_sky_can_be_taken_home_too(visitor: Visitor, services: Services) -> None:
    _varied(visitor, services)
    first = stored_attempts(services.database)[0].id
    walk(services, start_retake(services, first), 4)
    now, then = visitor.client.get(SHEET), visitor.client.get(f"{SHEET}?keer=1")
    changed = [Pdf(each.data).text.count("Toen en nu") for each in (now, then)]
    assert changed == [1, 0]
    assert f"{SHEET}?keer=1" in visitor.get("/resultaat?keer=1").links()
