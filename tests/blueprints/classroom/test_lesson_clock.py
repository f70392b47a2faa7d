"""The plan beside the progress knows the time: which step is now, until when, and what it needs."""

import re
from datetime import datetime, timedelta
from random import Random

import pytest

from quiz.config.school_time import local
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.class_pictures.operations import make_picture
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import answer_block, finish, join
from tests.usecases.classes.changes import change_class
from tests.visitor import Page, Visitor

QUIZ = 13  # minutes of the long plan before the quiz begins


def begin(visitor: Visitor, class_id: int, **fields: str) -> Page:
    page = visitor.get(f"/klassen/{class_id}/voortgang")
    token = page.form.values["csrf_token"]
    return visitor.post(f"/klassen/{class_id}/les", {"csrf_token": token, **fields})


def now_of(page: Page) -> str:
    """The words of the step that is now."""
    found = re.search(r'<li class="now" aria-current="step">(.*?)</li>', page.html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", found[1]).split()) if found else ""


def clock(services: Services, minutes: float) -> str:
    """The time so many minutes from now, as the school reads it."""
    moment: datetime = services.clock() + timedelta(minutes=minutes)
    return f"{local(moment, services.zone):%H:%M}"


def test_before_the_lesson_the_plan_has_minutes_and_two_buttons(
    at_work: Visitor, class_id: int
) -> None:
    page = at_work.get(f"/klassen/{class_id}/voortgang")
    assert now_of(page) == ""
    assert "Begin de les van 50 minuten" in page.text
    assert "Begin de les van 25 minuten" in page.text
    assert "Nu hier" not in page.text


@pytest.mark.parametrize(("minutes", "until"), [(50, 6), (25, 3)])
def test_a_lesson_that_begins_shows_the_times_of_today(
    services: Services, at_work: Visitor, class_id: int, minutes: int, until: int
) -> None:
    page = begin(at_work, class_id, minuten=str(minutes))
    assert now_of(page).startswith(f"tot {clock(services, until)} Begin")
    assert f"tot {clock(services, minutes)}" in page.text


def test_the_step_moves_with_the_time_and_the_teacher_can_move_it(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    page = begin(at_work, class_id, minuten="50", stap="3")
    assert now_of(page).startswith(f"tot {clock(services, 12)} De quiz")
    change_class(services, lesson_began_at=services.clock() - timedelta(minutes=QUIZ + 12))
    assert "In tweetallen" in now_of(at_work.get(f"/klassen/{class_id}/voortgang"))
    assert "De quiz" in now_of(begin(at_work, class_id, minuten="50", stap="3"))


def test_where_nobody_said_so_the_clock_counts_from_the_first_pupil(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    first = join(services, class_id)
    answer_block(services, first, Random(1))  # noqa: S311
    join(services, class_id)
    page = at_work.get(f"/klassen/{class_id}/voortgang")
    assert now_of(page).startswith(f"tot {clock(services, 4)} Zet de code op het bord")
    assert "We tellen vanaf de eerste leerling" in page.text
    with services.database.writing() as session:
        session.get_one(Attempt, first).started_at -= timedelta(minutes=5)
    for place in ("voortgang", "les"):
        page = at_work.get(f"/klassen/{class_id}/{place}")
        assert now_of(page).startswith(f"tot {clock(services, 11)} De quiz")
    assert "We tellen vanaf" not in begin(at_work, class_id, minuten="25").text


def test_who_gives_the_other_plan_says_so_while_the_lesson_runs(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    join(services, class_id)
    page = at_work.get(f"/klassen/{class_id}/voortgang")
    assert "Neem de les van 50 minuten" not in page.text
    other = re.search(r'name="stap" value="(\d)">\s*<button[^>]*id="liever-25"', page.html)
    assert other is not None
    page = begin(at_work, class_id, minuten="25", stap=other[1])
    assert now_of(page).startswith(f"tot {clock(services, 11)} De quiz")
    assert "Neem de les van 50 minuten" in page.text


def test_a_lesson_of_last_week_is_over(services: Services, at_work: Visitor, class_id: int) -> None:
    begin(at_work, class_id, minuten="50")
    change_class(services, lesson_began_at=services.clock() - timedelta(minutes=81))
    page = at_work.get(f"/klassen/{class_id}/voortgang")
    assert now_of(page) == ""
    assert "Begin de les van 50 minuten" in page.text


def test_the_piece_that_keeps_itself_up_to_date_changes_with_the_step(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    begin(at_work, class_id, minuten="50")
    address = f"/klassen/{class_id}/voortgang/nu"
    first = at_work.client.get(address)
    known = {"If-None-Match": first.headers["ETag"]}
    assert at_work.client.get(address, headers=known).status_code == 304
    change_class(services, lesson_began_at=services.clock() - timedelta(minutes=7))
    assert "Zeg waar het om gaat" in now_of_piece(at_work.client.get(address, headers=known).text)


def now_of_piece(html: str) -> str:
    return html.partition('aria-current="step"')[2].partition("</li>")[0]


def test_each_step_has_its_button(services: Services, at_work: Visitor, class_id: int) -> None:
    finish(services, class_id, 12)
    before = at_work.get(f"/klassen/{class_id}/les").html
    assert f'href="/klassen/{class_id}/scherm"' in before
    assert "Maak het klassenbeeld" in before
    assert "Kies je stap" not in before
    make_picture(services, [class_id])
    after = at_work.get(f"/klassen/{class_id}/les").html
    assert "Klassenbeeld op het bord" in after
    assert "stap=5&amp;deel=2" in after


def test_a_lesson_that_there_is_not_changes_nothing(at_work: Visitor, class_id: int) -> None:
    for fields in (
        {},
        {"minuten": "40"},
        {"minuten": "50", "stap": "99"},
        {"minuten": "-1"},
        {"minuten": "x"},
    ):
        assert now_of(begin(at_work, class_id, **fields)) == "", fields


def test_with_the_size_of_the_class_one_sees_who_is_not_in(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 12)
    page = at_work.get(f"/klassen/{class_id}/voortgang")
    token = page.form.values["csrf_token"]

    def say(size: str) -> Page:
        sent = {"csrf_token": token, "size": size}
        return at_work.post(f"/klassen/{class_id}/voortgang", sent)

    page = say("14")
    assert "12 van 14" in page.text
    assert "Alle 12 zijn klaar. 2 van de klas zijn er nog niet in." in page.text
    assert "12 van 14 doen mee" in at_work.get(f"/klassen/{class_id}").html
    assert (
        "Van de klas zijn er 2 niet binnengekomen" in at_work.get(f"/klassen/{class_id}/beeld").text
    )
    for wrong in ("0", "61", "-3", "veel", "1e3", "²", "9" * 40):
        refused = say(wrong)
        assert refused.status == 422, wrong
        assert "Typ een getal van 1 tot en met 60" in refused.text
        assert "12 van 14" in refused.text
    assert "van 14" not in say("").text
    assert "niet binnengekomen" not in at_work.get(f"/klassen/{class_id}/beeld").text
