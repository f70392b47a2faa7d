"""What was agreed, in the pupil's words: what, in which month, and about what."""

import pytest
from flask import Flask

from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import (
    STEP_KINDS,
    AgreedStepDraft,
    agree_step,
    agreed_steps,
    mark_step_done,
)
from quiz.web.runtime import catalogue
from tests.blueprints.counsellor.people import as_pupil
from tests.reading import read
from tests.usecases.sharing.sharing import finished
from tests.visitor import Visitor

PAGES = ["/resultaat", "/delen"]


@pytest.fixture
def number(services: Services) -> int:
    return finished(services)


@pytest.fixture
def pupil(clean_app: Flask, number: int) -> Visitor:
    return as_pupil(clean_app, number)


@pytest.mark.parametrize("path", PAGES)
def test_without_agreements_nothing_is_said_about_them(pupil: Visitor, path: str) -> None:
    assert "Afgesproken" not in pupil.get(path).text


@pytest.mark.parametrize("path", PAGES)
def test_a_step_stands_on_the_result_and_on_the_page_about_sharing(
    services: Services, pupil: Visitor, number: int, path: str
) -> None:
    agree_step(services, number, AgreedStepDraft("open-day", "2027-03"))
    assert "Naar een open dag maart 2027" in pupil.get(path).text
    mark_step_done(services, number, read(services, agreed_steps, number)[0].id)
    assert "Naar een open dag ✓ Gedaan" in pupil.get(path).text
    assert "Going to an open day" in pupil.get(f"{path}?taal=en").text


@pytest.mark.parametrize("kind", STEP_KINDS)
def test_every_kind_has_words_of_its_own(
    services: Services, pupil: Visitor, number: int, kind: str
) -> None:
    before = pupil.get("/delen").text
    agree_step(services, number, AgreedStepDraft(kind, "2026-12"))
    page = pupil.get("/delen")
    assert "december 2026" in page.text
    assert kind not in page.text.removeprefix(before)


def test_what_it_is_about_has_its_name_and_link_as_long_as_it_is_in_the_catalogue(
    clean_app: Flask, services: Services, pupil: Visitor, number: int
) -> None:
    with clean_app.app_context():
        companies = catalogue().companies.values()
    row = next(row for row in companies if row.source_url)
    for about in (f"company/{row.id}", "company/left-the-catalogue"):
        agree_step(services, number, AgreedStepDraft("visit", "2027-02", about))
    page = pupil.get("/delen")
    assert f"Op bezoek bij een bedrijf: {row.name}" in page.text
    assert (row.website or row.source_url) in page.links()
    assert page.text.count("Op bezoek bij een bedrijf") == 2
    assert "left-the-catalogue" not in page.html
