"""Who helps a pupil to choose is called as their own kind of school calls them, everywhere."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from flask import Flask

from quiz.domain.bank.texts import load_texts
from quiz.domain.catalogue.moments import load_moments
from quiz.results.paper import paper, result_paper
from quiz.storage.database import Database
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.schooling import SCHOOL_TYPES, YEARS
from tests.blueprints.pupil import way
from tests.conftest import services_of
from tests.reading import read
from tests.visitor import Visitor

VO = ("vmbo-bb", "vmbo-kb", "vmbo-gl-tl", "brugklas", "havo", "vwo")
NOT_VO = r"juf of meester|leerkracht|loopbaan[cb]|career coach"
NEVER: Mapping[str, str] = {
    "po": r"mentor|decaan|decanen|loopbaan|school counsellor|career",
    "mbo": r"mentor|decaan|decanen|juf of meester|school counsellor",
    "pro": r"decaan|decanen|juf of meester|loopbaan[cb]|school counsellor",
    "isk": r"decaan|decanen|juf of meester|loopbaan[cb]|school counsellor",
    "onbekend": r"mentor|decaan|decanen|juf of meester|loopbaan[cb]|school counsellor",
    **dict.fromkeys(VO, NOT_VO),
}
SAID = {
    ("po", "nl"): "juf of meester",
    ("po", "en"): "your teacher",
    ("mbo", "nl"): "loopbaancoach",
    ("mbo", "en"): "career coach",
    ("havo", "nl"): "mentor of decaan",
    ("havo", "en"): "mentor or school counsellor",
    ("pro", "nl"): "je mentor",
    ("isk", "nl"): "je mentor",
}
PAGES = ("/resultaat", "/delen", "/opnieuw", "/code", "/wissen", "/volgende", "/privacy", "/over")


def strings(content: Any) -> Iterator[str]:
    """Every text in what a sheet says."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        for each in content.values():
            yield from strings(each)
    elif isinstance(content, list | tuple):
        for each in content:
            yield from strings(each)


def on_paper(app: Flask, language: str, number: int) -> str:
    """All words of the sheet but the names of the five competences and the unused kind of it."""
    services = services_of(app)
    with app.test_request_context(f"/resultaat?taal={language}"):
        state, result = read(services, load_result, number)
        assert result.profile is not None
        sheet = dict(result_paper(state, result, result.profile, ()))
        words = paper()
    named = {each.name for each in words.competences} | {words.words["sheet"]["kind"]}
    kind = sheet["kind"]
    return f"{kind} " + " ".join(text for text in strings(sheet) if text not in named)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("school_type", SCHOOL_TYPES)
def test_every_page_and_sheet_names_who_this_school_has(
    visitor: Visitor, clean_app: Flask, database: Database, school_type: str, language: str
) -> None:
    year = str([*YEARS[school_type], ""][0])
    page = visitor.begin(school_type=school_type, year=year, place="Texel")
    page = visitor.answer_all(way.answer_blocks(visitor, page), "4")
    visitor.submit(page, own_world="onbekend")
    said = [visitor.get(f"{path}?taal={language}").text for path in PAGES]
    token = visitor.get("/delen").form.values["csrf_token"]
    said.append(visitor.post("/delen", {"csrf_token": token, "action": "make"}).text)
    said.append(on_paper(clean_app, language, way.stored_attempts(database)[0].id))
    for text in said:
        found = re.search(NEVER[school_type], text, re.IGNORECASE)
        assert found is None, text[max(0, found.start() - 60) : found.end() + 60]
    wanted = SAID.get((school_type, language))
    assert wanted is None or any(wanted in text for text in said)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_hints_of_the_school_year_name_nobody_else(language: str) -> None:
    texts = load_texts(language).results
    for moment in load_moments():
        for school_type in moment.school_types:
            assert not re.search(NEVER[school_type], texts[moment.text], re.IGNORECASE), moment
