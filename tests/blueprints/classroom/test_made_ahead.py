"""A class that is made before the lesson works in the lesson, and its code does not stay open."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from flask import Flask

from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from tests.blueprints.classroom.school import code_of, join, sign_in
from tests.conftest import SetClock
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.visitor import Visitor

FRIDAY_EVENING = datetime(2026, 11, 27, 19, 0, tzinfo=UTC)  # eight o'clock in the Netherlands
MONDAY_MORNING = datetime(2026, 11, 30, 7, 30, tzinfo=UTC)
FIELDS = {"name": "2B", "school_type": "havo", "year": "2"}
HELP = 1  # that of the list of classes tells what each word means


class Lesson:
    """A teacher with a class that was made on Friday evening, and any other moment."""

    def __init__(self, app: Flask, set_clock: SetClock, teacher: Staff, **fields: str) -> None:
        self.app, self.set_clock, self.teacher = app, set_clock, teacher
        at_work = self.teacher_at(FRIDAY_EVENING)
        made = at_work.submit(at_work.get("/klassen/nieuw"), **FIELDS, **fields)
        self.class_id = int(made.path.rsplit("/", 1)[1])
        self.code = code_of(self.services.database, self.class_id)

    def teacher_at(self, moment: datetime) -> Visitor:
        """The teacher, at work at this moment."""
        self.services = self.set_clock(moment)
        return sign_in(self.app, self.teacher, moment)

    def gets_in(self, moment: datetime) -> bool:
        """Whether the next pupil gets in at this moment."""
        self.services = self.set_clock(moment)
        pupil = Visitor(self.app)
        page = pupil.get(f"/meedoen/{self.code}")
        if page.status == 409:
            assert "Deze klas is dicht" in page.text
            return False
        return pupil.submit(page, school_type="havo").path == "/code"


Make = Callable[..., Lesson]


@pytest.fixture
def make(clean_app: Flask, set_clock: SetClock, teacher: Staff) -> Make:
    return lambda **fields: Lesson(clean_app, set_clock, teacher, **fields)


@pytest.mark.parametrize(
    ("begins", "lasts"),
    [
        (FRIDAY_EVENING + timedelta(minutes=5), 12),  # at once
        (FRIDAY_EVENING + timedelta(hours=12, minutes=30), 12),  # the next morning at half past 8
        (MONDAY_MORNING, 12),
        (FRIDAY_EVENING + timedelta(days=16), 12),  # after the holidays
    ],
)
def test_the_hours_count_from_the_first_pupil(make: Make, begins: datetime, lasts: int) -> None:
    lesson = make()
    assert lesson.gets_in(begins)
    assert lesson.gets_in(begins + timedelta(hours=lasts) - timedelta(seconds=1))
    assert not lesson.gets_in(begins + timedelta(hours=lasts))


def test_a_teachers_own_hours_count_from_the_first_pupil_too(make: Make) -> None:
    lesson = make(hours="2")
    assert lesson.gets_in(MONDAY_MORNING)
    assert lesson.gets_in(MONDAY_MORNING + timedelta(minutes=119))
    assert not lesson.gets_in(MONDAY_MORNING + timedelta(hours=2))


def test_a_code_that_nobody_used_stops_after_a_month(make: Make) -> None:
    lesson = make()
    late = FRIDAY_EVENING + timedelta(days=30, hours=12)
    assert not lesson.gets_in(late)
    page = lesson.teacher_at(late).get(f"/klassen/{lesson.class_id}")
    assert "Dicht" in page.text
    assert "Zet weer open" in page.text
    assert lesson.gets_in(late - timedelta(seconds=1))


def test_a_class_that_was_closed_ahead_stays_closed(make: Make) -> None:
    lesson = make()
    at_work = lesson.teacher_at(FRIDAY_EVENING)
    at_work.submit(at_work.get(f"/klassen/{lesson.class_id}/sluiten"))
    assert not lesson.gets_in(MONDAY_MORNING)


def test_before_the_first_pupil_no_page_names_an_hour_at_which_the_code_would_stop(
    make: Make,
) -> None:
    lesson = make(hours="2")
    for moment in (FRIDAY_EVENING, FRIDAY_EVENING + timedelta(minutes=119), MONDAY_MORNING):
        at_work = lesson.teacher_at(moment)
        for page in ("", "/voortgang", "/les", "/beeld"):
            shown = at_work.get(f"/klassen/{lesson.class_id}{page}").html
            assert "Klaar voor de les" in shown, page
            assert "Open tot" not in shown, page
        assert at_work.get("/klassen").text.count("Klaar voor de les") > HELP
    assert lesson.gets_in(MONDAY_MORNING)
    assert (
        "Open tot 10:30"
        in lesson.teacher_at(MONDAY_MORNING).get(f"/klassen/{lesson.class_id}/les").html
    )


def test_the_page_says_until_when_and_that_the_time_still_has_to_begin(make: Make) -> None:
    lesson = make(hours="2")
    page = f"/klassen/{lesson.class_id}"
    waits = "De tijd gaat lopen met de eerste leerling: 2 uur."
    text = lesson.teacher_at(FRIDAY_EVENING).get(page).text
    assert waits in text
    text = lesson.teacher_at(MONDAY_MORNING).get(page).text
    assert "Klaar voor de les" in text
    assert "dan werkt de code tot 27 december 2026" in text
    assert lesson.gets_in(MONDAY_MORNING)
    text = lesson.teacher_at(MONDAY_MORNING).get(page).text
    assert "Open tot maandag 10:30" in text
    assert waits not in text
    listed = lesson.teacher_at(MONDAY_MORNING).get("/klassen").text
    assert listed.count("Klaar voor de les") == HELP


def test_more_hours_before_the_lesson_count_from_the_first_pupil(make: Make) -> None:
    lesson = make(hours="1")
    at_work = lesson.teacher_at(FRIDAY_EVENING)
    at_work.submit(at_work.get(f"/klassen/{lesson.class_id}/plaatsen"), hours="3")
    assert lesson.gets_in(MONDAY_MORNING)
    assert lesson.gets_in(MONDAY_MORNING + timedelta(minutes=179))
    assert not lesson.gets_in(MONDAY_MORNING + timedelta(hours=3))


def test_one_press_opens_it_again_from_the_class_and_from_the_board(make: Make) -> None:
    lesson = make(hours="1")
    assert lesson.gets_in(FRIDAY_EVENING)
    for back in (f"/klassen/{lesson.class_id}", f"/klassen/{lesson.class_id}/scherm"):
        lesson.set_clock(MONDAY_MORNING)
        at_work = lesson.teacher_at(MONDAY_MORNING)
        page = at_work.get(back)
        assert "Zet weer open" in page.text
        page = at_work.submit(page)
        assert (page.status, page.path) == (200, back)
        assert lesson.gets_in(MONDAY_MORNING + timedelta(hours=11))
        with lesson.services.database.writing() as session:
            session.get_one(SchoolClass, lesson.class_id).joining_until = FRIDAY_EVENING


def test_classes_from_before_this_rule_end_as_they_said(make: Make) -> None:
    lesson = make()
    with lesson.services.database.writing() as session:
        session.get_one(SchoolClass, lesson.class_id).lesson_hours = None
    assert not lesson.gets_in(MONDAY_MORNING)


def test_thirty_who_come_first_at_the_same_instant_all_get_in(make: Make) -> None:
    lesson = make(hours="1")
    services = lesson.set_clock(MONDAY_MORNING)
    at_the_same_instant([partial(join, services, lesson.class_id) for _pupil in range(30)])
    with services.database.reading() as session:
        group = session.get_one(SchoolClass, lesson.class_id)
        assert (group.joining_until, group.lesson_hours) == (
            MONDAY_MORNING + timedelta(hours=1),
            None,
        )
