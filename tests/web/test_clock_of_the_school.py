"""What people read is told by the clock of the school, on every page and in every file."""

import io
import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from quiz.domain.spreadsheets.cell_values import MONTHS
from quiz.domain.spreadsheets.workbooks import sheet_rows
from quiz.usecases.services import Services
from quiz.usecases.sharing.share import confirm_share
from quiz.web.pages.sources import checked
from tests.blueprints.classroom.school import add_class, add_staff, finish, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.conftest import SetClock
from tests.usecases.sharing.sharing import ask, at, counsellor
from tests.visitor import Page, Visitor

# A moment in UTC, and what a clock and a calendar in the Netherlands say then.
EVENINGS = [
    ("2026-11-26 22:59", "26 november 2026"),
    ("2026-11-26 23:00", "27 november 2026"),
    ("2027-06-30 21:59", "30 juni 2027"),
    ("2027-06-30 22:00", "1 juli 2027"),
    ("2026-10-25 00:30", "25 oktober 2026"),
    ("2027-03-27 23:30", "28 maart 2027"),
    ("2026-12-31 23:30", "1 januari 2027"),
]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture(autouse=True)
def machine() -> Iterator[None]:
    """The machine itself thinks that it is tomorrow already."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Pacific/Kiritimati")
        time.tzset()
        yield
    time.tzset()


def teacher_at(app: Flask, services: Services) -> tuple[Visitor, int]:
    """A teacher at work at this moment, with a class of 12 who are done."""
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
    class_id = add_class(services, teacher)
    finish(services, class_id, 12)
    visitor = sign_in(app, teacher, services.clock())
    visitor.submit(visitor.get(f"/klassen/{class_id}/beeld"))
    return visitor, class_id


@pytest.mark.parametrize(
    ("moment", "hours", "until"),
    [
        ("2026-11-26 08:34", "2", "donderdag 11:34"),
        ("2026-07-09 07:34", "2", "donderdag 11:34"),
        ("2026-11-26 22:30", "1", "vrijdag 00:30"),
        ("2027-03-27 23:30", "2", "zondag 03:30"),  # two o'clock does not exist
        ("2026-10-25 00:30", "1", "zondag 02:30"),  # half past two comes twice
        ("2026-10-24 23:30", "1", "zondag 02:30"),
    ],
)
def test_a_class_says_until_when_by_the_clock_on_the_wall(
    clean_app: Flask, set_clock: SetClock, moment: str, hours: str, until: str
) -> None:
    services = set_clock(utc(moment))
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
    lasting = timedelta(hours=int(hours))
    group = add_class(services, teacher, joining_until=services.clock() + lasting)
    visitor = sign_in(clean_app, teacher, services.clock())
    for path in (f"/klassen/{group}", "/klassen"):
        assert f"Open tot {until}" in visitor.get(path).text


@pytest.mark.parametrize(("moment", "day"), EVENINGS)
def test_pages_and_files_of_a_class_bear_the_day_of_the_school(
    clean_app: Flask, set_clock: SetClock, moment: str, day: str
) -> None:
    visitor, class_id = teacher_at(clean_app, set_clock(utc(moment)))
    assert day in visitor.get(f"/klassen/{class_id}/beeld").text
    number, month, year = day.split()
    made = date(int(year), MONTHS.index(month[:3].replace("maa", "mrt")) + 1, int(number))
    file = visitor.client.get(f"/klassen/{class_id}/export.csv")
    assert f"2B;{made};12;" in file.text
    assert f" {made} " in file.headers["Content-Disposition"]
    book = visitor.client.get(f"/klassen/{class_id}/export.xlsx").data
    rows = sheet_rows(io.BytesIO(book), "Klassenbeeld", exactly=True)
    assert str(made) in [cell for _number, row in rows for cell in row]
    short = {"maart": "mrt"}.get(month, month[:3])
    assert f"{number} {short} {year}" in visitor.get("/klassen").text.replace(".", "")


@pytest.mark.parametrize(
    ("moment", "year"), [("2027-07-31 21:59", 2027), ("2027-07-31 22:00", 2028)]
)
def test_the_end_of_the_school_year_is_the_one_at_school(
    clean_app: Flask, set_clock: SetClock, moment: str, year: int
) -> None:
    services = set_clock(utc(moment))
    visitor, class_id = teacher_at(clean_app, services)
    assert f"wissen we op 1 augustus {year}" in visitor.get(f"/klassen/{class_id}").text


def talk_at(app: Flask, services: Services) -> tuple[Page, Page]:
    """The talk about a result that is shared now, and the pupil's own page about sharing."""
    decaan = counsellor(services)
    teacher = add_staff(services, "docent@voorbeeld.nl", "teacher")
    pupil = finish(services, add_class(services, teacher), 1)[0]
    share_id = ask(services, pupil, decaan)
    confirm_share(services, pupil, share_id)
    talk = sign_in(app, decaan, services.clock()).get(f"/gesprekken/{share_id}")
    return talk, as_pupil(app, pupil).get("/delen")


@pytest.mark.parametrize(("moment", "day"), EVENINGS)
def test_a_talk_bears_the_day_and_offers_the_month_of_the_school(
    clean_app: Flask, set_clock: SetClock, moment: str, day: str
) -> None:
    services = set_clock(utc(moment))
    talk, sharing = talk_at(clean_app, services)
    assert day in talk.text
    assert day in sharing.text
    _number, name, year = day.split()
    months = re.findall(r'value="(\d{4}-\d{2})"', talk.html)
    assert months[0].startswith(year)
    assert f'value="{months[0]}">{name} {year}<' in talk.html


@pytest.mark.parametrize("moment", ["2026-11-26 22:59", "2026-11-26 23:00"])
def test_how_old_a_source_is_counts_in_days_of_the_school(
    clean_app: Flask, services: Services, moment: str
) -> None:
    today = at(services, utc(moment)).today()
    with clean_app.test_request_context():
        seen = today.replace(year=today.year - 1)
        assert "lang geleden" not in checked(seen, today)
        assert "lang geleden" in checked(seen - timedelta(days=1), today)
    assert today.day == (26 if moment.endswith("59") else 27)


def test_an_installation_elsewhere_lives_by_its_own_clock(
    clean_app: Flask, set_clock: SetClock
) -> None:
    services = set_clock(utc("2026-11-26 02:30"), "America/Paramaribo")
    visitor, class_id = teacher_at(clean_app, services)
    assert "25 november 2026" in visitor.get(f"/klassen/{class_id}/beeld").text
