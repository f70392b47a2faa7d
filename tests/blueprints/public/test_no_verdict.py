"""Never a level and never a verdict about a pupil: on no page, in neither language."""

import re

import pytest

from quiz.domain.bank.load import load_bank
from quiz.usecases.attempts.schooling import SCHOOL_TYPES
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

PUBLIC = ["/", "/werelden", "/over", "/privacy", "/toegankelijkheid"]
LANGUAGES = ["nl", "en"]
VERDICTS = re.compile(
    r"niveau|geschikt|je bent een |jij bent een |talent hebt|te moeilijk voor|"
    r"\blevels?\b|suitable|unfit|\byou are an? |too difficult for|gifted",
    re.IGNORECASE,
)

# What names a training or a standard, and what says that we give no level. A game has levels too.
NOT_ABOUT_THE_PUPIL = re.compile(
    r"(mbo )?niveau [1-4]( (en|of) [1-4])?|(mbo )?levels? [1-4]( (and|or) [1-4])?|"
    r"niveau AA|level AA|"
    r"\(entry level\)|op hoog niveau gebruiken|at a high level|advanced level|"
    r"geen advies over je niveau|no advice (about|on) your level|"
    r"spannend level bedenken voor een game|exciting level for a game|"
    r"whether you are a boy or a girl",
    re.IGNORECASE,
)


def _assert_no_verdict(page: Page) -> None:
    for sentence in re.split(r"(?<=[.?!]) ", NOT_ABOUT_THE_PUPIL.sub("", page.text)):
        assert not VERDICTS.search(sentence), f"{page.path}: {sentence}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_public_page_speaks_of_levels_or_verdicts(visitor: Visitor, language: str) -> None:
    worlds = [f"/werelden/{world}" for world in load_bank().worlds]
    for path in [*PUBLIC, *worlds, "/meedoen", "/terug", "/start", "/bestaat-niet"]:
        _assert_no_verdict(visitor.get(f"{path}?taal={language}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_the_way_speaks_of_levels_or_verdicts(visitor: Visitor, language: str) -> None:
    page = visitor.get(f"/start?taal={language}")
    while page.path != "/resultaat":
        _assert_no_verdict(page)
        page = visitor.submit_randomly(page)
    for path in ("/code", "/volgende", "/wissen"):
        _assert_no_verdict(visitor.get(path))


@pytest.mark.parametrize("school_type", SCHOOL_TYPES)
@pytest.mark.parametrize("year", ["1", "4"])
def test_no_result_of_any_school_speaks_of_levels_or_verdicts(
    visitor: Visitor, school_type: str, year: str
) -> None:
    page = visitor.begin(school_type=school_type, year=year, place="Ede")
    while page.path != "/resultaat":
        page = visitor.submit_randomly(page)
    for language in LANGUAGES:
        _assert_no_verdict(visitor.get(f"/resultaat?taal={language}"))


def test_the_page_without_a_picture_judges_nobody(visitor: Visitor) -> None:
    page = way.at_result(visitor, value="0")
    _assert_no_verdict(page)
    _assert_no_verdict(visitor.get("/resultaat?taal=en"))


def test_every_result_says_that_it_is_a_look_at_today(visitor: Visitor) -> None:
    page = visitor.walk_to_result()
    assert "kijkje van vandaag, geen oordeel" in page.text
    assert "today" in visitor.get("/resultaat?taal=en").text
