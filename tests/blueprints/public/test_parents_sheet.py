"""The sheet for parents: one page, the same for everybody, in plain words."""

import pytest

from quiz.domain.bank.paper import load_paper
from quiz.domain.bank.texts import load_texts
from tests.pdf_reading import Pdf
from tests.visitor import Visitor


def _sheet(visitor: Visitor, language: str) -> Pdf:
    response = visitor.client.get(f"/ouders.pdf?taal={language}")
    assert response.status_code == 200
    assert response.content_type == "application/pdf"
    assert 'filename="zeven-werelden-ouders.pdf"' in response.headers["Content-Disposition"]
    return Pdf(response.data)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_tells_the_seven_worlds_and_how_to_talk_about_them_on_one_page(
    visitor: Visitor, language: str
) -> None:
    sheet, words = _sheet(visitor, language), load_paper(language).parents
    assert len(sheet.pages) == 1
    for world in load_texts(language).worlds.values():
        assert f"{world.name}. {world.short}" in sheet.text
    for part in words.parts.values():
        assert ("H2", part.title) in sheet.headings
        for point in part.points:
            assert point in sheet.text
    assert words.privacy in sheet.text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_tagged_in_its_own_language(visitor: Visitor, language: str) -> None:
    sheet = _sheet(visitor, language)
    assert sheet.findings == []
    assert sheet.is_tagged
    assert sheet.shows_its_title
    assert sheet.language == language
    assert sheet.headings[0] == ("H1", load_paper(language).parents.title)
    assert sheet.tags.count("L") == 4


def test_it_is_the_same_for_everybody(visitor: Visitor, another_visitor: Visitor) -> None:
    visitor.walk_to_result()
    mine, theirs = (_sheet(each, "nl") for each in (visitor, another_visitor))
    assert mine.content == theirs.content


def test_the_privacy_page_and_the_result_lead_to_it(visitor: Visitor) -> None:
    assert "/ouders.pdf" in visitor.get("/privacy").links()
    assert "/ouders.pdf" in visitor.walk_to_result().links()


def test_the_validator_is_awake(visitor: Visitor) -> None:
    sheet = _sheet(visitor, "nl")
    for sign in (b"/Lang(nl)", b"/StructTreeRoot", b"/DisplayDocTitle"):
        broken = Pdf(sheet.content.replace(sign, b"/X" + sign[2:]))
        assert broken.findings, sign
