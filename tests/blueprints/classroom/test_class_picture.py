"""The class picture as a teacher meets it: made once, in words, for the class as a whole."""

import re

import pytest
from flask import Flask

from quiz.domain.bank.texts import load_texts
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.errors import TooFewPupils
from quiz.usecases.class_pictures.operations import make_picture
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import add_class, code_of, finish, join
from tests.visitor import Page, Visitor


def _make(visitor: Visitor, class_id: int, *others: int) -> Page:
    path = f"/klassen/{class_id}/beeld"
    token = visitor.get(path).form.values["csrf_token"]
    return visitor.post(path, {"csrf_token": token, "samen": [str(other) for other in others]})


def test_fewer_than_ten_see_no_picture_and_nothing_is_closed(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 9)
    page = _make(at_work, class_id)
    assert page.status == 409
    assert "Er zijn 9 leerlingen klaar" in page.text
    assert "De klas blijft open." in page.text
    assert "Open tot" in at_work.get(f"/klassen/{class_id}").text


def test_a_class_of_twelve_sees_a_ranking_without_counts(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    page = _make(at_work, class_id)
    assert page.path == f"/klassen/{class_id}/beeld"
    assert "met 12 leerlingen" in page.text
    assert "De zeven werelden" in page.text
    assert "In de top drie" not in page.text
    assert "Gespreksvragen" in page.text


def test_a_class_of_twenty_five_sees_counts_too(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 25)
    page = _make(at_work, class_id)
    assert "In de top drie" in page.text
    assert "van de 25" in page.text
    assert "springt eruit" in page.text or "trekt ongeveer als de andere werelden" in page.text


def test_figures_without_words_stand_in_a_fold_only(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    """A mean or a spread has no meaning to who does not know what it is of."""
    finish(services, class_id, 25)
    page = _make(at_work, class_id)
    before, fold = page.html.split("<details", 1)
    assert not re.search(r"[+−]?\d,\d", re.sub(r"\S+ van 5", "", before))
    assert "Spreiding" in fold.partition("</details>")[0]


def test_it_says_what_each_way_of_approaching_technology_is(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    page = _make(at_work, class_id).text
    for kind in load_texts("nl").tech_types.values():
        assert f"{kind.name} {kind.short}" in page


def test_the_picture_closes_the_class(
    services: Services, at_work: Visitor, visitor: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    _make(at_work, class_id)
    assert visitor.get(f"/meedoen/{code_of(services.database, class_id)}").status == 409
    assert "Bekijk het klassenbeeld" in at_work.get(f"/klassen/{class_id}").text


def test_the_picture_stays_as_it_is_when_one_pupil_comes_after_it(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    before = _make(at_work, class_id).text
    with services.database.writing() as session:
        session.get_one(SchoolClass, class_id).closed_at = None
    finish(services, class_id, 1, seed=99)
    assert _make(at_work, class_id).text == before


def test_what_is_near_by_comes_with_a_reason_and_no_star_for_pupils(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    page = _make(at_work, class_id)
    assert "Bedrijven in de buurt" in page.text
    assert re.search(r"(springt eruit|trekt ongeveer als de andere werelden); ", page.text)
    assert "Bewaar" not in page.text


def test_small_groups_can_be_shown_together(
    services: Services, at_work: Visitor, teacher: Staff, class_id: int
) -> None:
    other = add_class(services, teacher, "2C")
    finish(services, class_id, 6)
    finish(services, other, 7, seed=8)
    assert "2C (7 klaar)" in at_work.get(f"/klassen/{class_id}/beeld").text
    page = _make(at_work, class_id, other)
    assert "met 13 leerlingen" in page.text
    assert "Klassenbeeld van 2B en 2C" in page.text
    assert "Klassenbeeld van 2C en 2B" in at_work.get(f"/klassen/{other}/beeld").text
    assert (
        "2B en 2C Wat denk je: welke wereld trekt deze klassen"
        in at_work.get(f"/klassen/{class_id}/beeld/scherm").text
    )


def test_a_class_that_was_shown_alone_is_not_shown_together_later(
    services: Services, at_work: Visitor, teacher: Staff, class_id: int
) -> None:
    other = add_class(services, teacher, "2C")
    finish(services, class_id, 10)
    finish(services, other, 10, seed=8)
    _make(at_work, other)
    page = _make(at_work, class_id, other)
    assert page.status == 409
    assert "Deze klassen kunnen niet samen" in page.text


def test_without_a_picture_there_is_nothing_on_the_board(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 9)
    assert at_work.get(f"/klassen/{class_id}/beeld/scherm").path == f"/klassen/{class_id}/beeld"


def test_a_trial_of_the_teacher_never_counts(
    services: Services, clean_app: Flask, at_work: Visitor, class_id: int
) -> None:
    code = code_of(services.database, class_id)
    finish(services, class_id, 9)
    at_work.walk_to_result(f"/meedoen/{code}")
    with pytest.raises(TooFewPupils) as problem:
        make_picture(services, [class_id])
    assert problem.value.finished == 9


@pytest.mark.parametrize("minutes", [25, 50])
def test_the_lesson_plan_takes_as_long_as_it_says(
    at_work: Visitor, class_id: int, minutes: int
) -> None:
    page = at_work.get(f"/klassen/{class_id}/les?minuten={minutes}")
    assert f"Les van {minutes} minuten" in page.text
    for part in ("Voor de les", "Tijdens de les", "Na de les"):
        assert part in page.text


def test_the_talk_questions_of_the_class_stand_on_the_plan(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    join(services, class_id)
    assert "Gespreksvragen" not in at_work.get(f"/klassen/{class_id}/les").text
    _make(at_work, class_id)
    assert "Gespreksvragen bij het beeld" in at_work.get(f"/klassen/{class_id}/les").text
