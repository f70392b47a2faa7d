"""Nobody, one pupil or one who is absent: every page of a class says it as people say it."""

import re
from random import Random

import pytest
from sqlalchemy import update

from quiz.storage.tables.school import SchoolClass
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import answer_block, finish, join
from tests.visitor import Page, Visitor

PAGES = ["", "/voortgang", "/scherm", "/beeld", "/plaatsen", "/sluiten", "/les", "/leeg"]
ONE_OF_MANY = re.compile(
    r"\b1 (leerlingen|pupils|doen|lege\b)|\b1 van \d+ doen|[Aa]ll?e? 1\b|\b0 leerlingen"
)


def said(page: Page) -> str:
    """All words of a page, the bar of the class too."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.html).split())


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("stands", ["nobody", "empty", "busy", "done"])
def test_no_page_speaks_of_one_pupil_as_of_many(
    services: Services, at_work: Visitor, class_id: int, stands: str, language: str
) -> None:
    if stands == "done":
        finish(services, class_id, 1)
    elif stands != "nobody":
        pupil = join(services, class_id)
        if stands == "busy":
            answer_block(services, pupil, Random(1))  # noqa: S311
    for page in PAGES:
        words = said(at_work.get(f"/klassen/{class_id}{page}?taal={language}"))
        assert ONE_OF_MANY.search(words) is None, (page, words)


def test_a_class_of_one_is_told_so(services: Services, at_work: Visitor, class_id: int) -> None:
    picture, screen = f"/klassen/{class_id}/beeld", f"/klassen/{class_id}/scherm"
    assert "Er doet nog niemand mee." in at_work.get(picture).text
    assert "doen mee 0" in at_work.get(screen).text
    pupil = join(services, class_id)
    assert "Eén leerling doet mee, en is nog niet klaar." in at_work.get(picture).text
    assert "doet mee 1 klaar 0" in at_work.get(screen).text
    assert "Eén lege uit de klas halen?" in at_work.get(f"/klassen/{class_id}/leeg").text
    while answer_block(services, pupil, Random(1)):  # noqa: S311
        pass
    assert "Eén leerling doet mee, en is klaar." in at_work.get(picture).text
    assert "1 doet mee" in at_work.get(picture).html
    assert "De enige leerling is klaar." in at_work.get(f"/klassen/{class_id}/voortgang").text
    refused = at_work.post(picture, {"csrf_token": at_work.get(picture).form.values["csrf_token"]})
    assert "Er is één leerling klaar. Een klassenbeeld kan vanaf 10" in refused.text


def test_one_who_is_absent_is_one(services: Services, at_work: Visitor, class_id: int) -> None:
    finish(services, class_id, 1)
    with services.database.writing() as session:
        session.execute(update(SchoolClass).values(size=2))
    assert "1 van 2 doet mee" in at_work.get(f"/klassen/{class_id}").html
    progress = at_work.get(f"/klassen/{class_id}/voortgang").text
    assert "1 van de klas is er nog niet in." in progress
    picture = at_work.get(f"/klassen/{class_id}/beeld").text
    assert "Van de klas is er één niet binnengekomen: ook die komt niet in dit beeld." in picture
