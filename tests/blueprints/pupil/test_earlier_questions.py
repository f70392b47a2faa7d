"""A result of bank 1 on the pages of today: the words that were answered, and which questions."""

import pytest
from flask import Flask

from quiz.domain.bank.texts import load_texts
from quiz.usecases.services import Services
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.pupil import result_reading as reading
from tests.pdf_reading import Pdf
from tests.usecases.attempts import bank_1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_page_and_paper_show_the_words_that_were_answered_and_say_which_questions(
    clean_app: Flask, services: Services, language: str
) -> None:
    texts = load_texts(language)
    pupil = as_pupil(clean_app, bank_1.put_back(services.database).done)
    page = pupil.get(f"/resultaat?taal={language}")
    (stored,) = bank_1.rows("result")
    cards = reading.cards(page)
    world, answers = next(iter(stored["outcome"]["reasons"].items()))
    assert cards[0].name == texts.worlds[world].name
    assert any(texts.items[question] in " ".join(cards[0].reasons) for question, _ in answers)
    note = texts.results["earlier.note"].format(version=1)
    assert note in page.text
    assert texts.tech_types["maatschappelijke-toepasser"].name in page.text
    sheet = Pdf(pupil.client.get(f"/resultaat.pdf?taal={language}").data)
    said = " ".join(" ".join(sheet.pages).split())
    assert {"nl": "Gemaakt met vragenlijst 1 ", "en": "Made with question list 1 "}[
        language
    ] in said
    assert sheet.findings == []


def test_who_was_half_way_finds_the_page_that_was_open(
    clean_app: Flask, services: Services
) -> None:
    earlier = bank_1.put_back(services.database)
    page = as_pupil(clean_app, earlier.half).get("/vragen")
    assert load_texts("nl").items["computer-hulp"] not in page.text
    assert load_texts("nl").items["stroom-thuis"] in page.text
    last = as_pupil(clean_app, earlier.last).get("/vragen")
    assert last.status == 200
