"""The agenda for everybody: a page, a calendar, a feed and a block, each without what is over."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from icalendar import Calendar
from lxml import etree

from quiz.usecases.agenda import item_of, publish
from quiz.usecases.services import Services
from tests.blueprints.agenda.published import REGION, put
from tests.conftest import SetClock
from tests.visitor import Visitor

PAGE, BLOCK = f"/regios/{REGION}/agenda", f"/inbed/agenda/{REGION}"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ATOM = {"a": "http://www.w3.org/2005/Atom"}
LONG = "Één, twee; drie\\vier: " + "robotarmen bouwen – " * 12


def calendar_of(app: Flask, more: str = "") -> tuple[bytes, list[Any]]:
    answer = app.test_client().get(f"{PAGE}.ics{more}")
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    return answer.data, list(Calendar.from_ical(answer.data).walk("VEVENT"))


def test_an_independent_reader_finds_each_item_as_it_was_written(
    clean_app: Flask, services: Services
) -> None:
    day = services.today() + timedelta(days=30)
    number = put(services, day, title_nl=LONG[:80], text_nl=LONG, place="Straat 1; zaal 2, Ede")
    body, (event,) = calendar_of(clean_app)
    assert str(event["SUMMARY"]) == LONG[:80]
    assert str(event["DESCRIPTION"]) == LONG
    assert str(event["LOCATION"]) == "Straat 1; zaal 2, Ede"
    assert str(event["URL"]) == "https://technolab.example/?a=1&b=2"
    begins, ends = event["DTSTART"].dt, event["DTEND"].dt
    assert begins == datetime(day.year, day.month, day.day, 19, 0, tzinfo=AMSTERDAM)
    assert ends - begins == timedelta(hours=2, minutes=30)
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert number


def test_a_link_with_more_than_plain_letters_is_one_that_every_program_reads(
    clean_app: Flask, services: Services
) -> None:
    put(services, services.today(), link="https://technolab.example/één%20?a=€;b=1,2")
    body, (event,) = calendar_of(clean_app)
    written = "https://technolab.example/%C3%A9%C3%A9n%20?a=%E2%82%AC;b=1,2"
    assert str(event["URL"]) == written
    assert written.encode() in body.replace(b"\r\n ", b"")


@pytest.mark.parametrize(
    ("day", "clock", "in_utc"),
    [
        (date(2027, 3, 27), "23:30", "2027-03-27T22:30"),
        (date(2027, 3, 28), "03:00", "2027-03-28T01:00"),
        (date(2027, 10, 30), "12:00", "2027-10-30T10:00"),
        (date(2027, 10, 31), "12:00", "2027-10-31T11:00"),
        (date(2027, 12, 31), "00:15", "2027-12-30T23:15"),
    ],
)
def test_an_hour_stays_that_hour_in_summer_and_winter(
    clean_app: Flask, set_clock: SetClock, day: date, clock: str, in_utc: str
) -> None:
    put(set_clock(datetime(2027, 1, 4, tzinfo=UTC)), day, begins=clock, ends="")
    _body, (event,) = calendar_of(clean_app)
    begins = event["DTSTART"].dt
    assert f"{begins:%H:%M}" == clock
    assert f"{begins.astimezone(UTC):%Y-%m-%dT%H:%M}" == in_utc


def test_whole_days_end_after_the_last_one(clean_app: Flask, services: Services) -> None:
    day = services.today() + timedelta(days=3)
    put(services, day, last_day=day + timedelta(days=2), begins="", ends="")
    _body, (event,) = calendar_of(clean_app)
    assert event["DTSTART"].dt == day
    assert event["DTEND"].dt == day + timedelta(days=3)


def test_an_appointment_keeps_its_name_and_counts_its_changes(
    clean_app: Flask, services: Services
) -> None:
    number = put(services, services.today() + timedelta(days=3))
    _body, (before,) = calendar_of(clean_app)
    for shown in (False, True):
        with services.database.writing() as session:
            publish(session, item_of(session, number, {REGION}), services.clock(), shown=shown)
    _body, (after,) = calendar_of(clean_app)
    assert before["UID"] == after["UID"]
    assert str(number) not in str(after["UID"]).partition("@")[0] or len(after["UID"]) > 16
    assert after["SEQUENCE"] == before["SEQUENCE"] + 2


@pytest.mark.parametrize(
    ("clock", "is_shown"),
    [("2027-05-10T21:59:59", True), ("2027-05-10T22:00:00", False)],  # midnight in Ede
)
def test_an_item_goes_when_its_day_is_over_where_the_school_is(
    clean_app: Flask, set_clock: SetClock, clock: str, is_shown: bool
) -> None:
    services = set_clock(datetime.fromisoformat(clock).replace(tzinfo=UTC))
    put(services, date(2027, 5, 10))
    assert ("Open avond" in Visitor(clean_app).get(PAGE).text) == is_shown
    assert len(calendar_of(clean_app)[1]) == is_shown


def test_news_is_a_feed(clean_app: Flask, services: Services) -> None:
    put(services, services.today(), title_nl="Hijsen <b>& bouwen</b>")
    answer = clean_app.test_client().get(f"{PAGE}.atom")
    assert answer.content_type == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(answer.data)
    for name in ("id", "title", "updated"):
        assert feed.findtext(f"a:{name}", namespaces=ATOM), name
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.findtext("a:title", namespaces=ATOM) == "Hijsen <b>& bouwen</b>"
    assert entry.findtext("a:id", namespaces=ATOM).startswith("urn:")
    datetime.fromisoformat(entry.findtext("a:updated", namespaces=ATOM))
    assert entry.findtext("a:summary", namespaces=ATOM).endswith(", Technolab, Ede. Kom kijken.")


def test_news_of_something_without_words_ends_at_its_place(
    clean_app: Flask, services: Services
) -> None:
    put(services, services.today(), text_nl="", text_en="", begins="", ends="")
    feed = etree.fromstring(clean_app.test_client().get(f"{PAGE}.atom").data)
    assert feed.findtext("a:entry/a:summary", namespaces=ATOM).endswith(", Technolab, Ede.")


def test_each_language_has_its_words_and_dutch_where_there_are_none(
    clean_app: Flask, services: Services
) -> None:
    put(services, services.today())
    put(services, services.today(), title_nl="Alleen Nederlands", title_en="", text_en="")
    page = Visitor(clean_app).get(f"{PAGE}?taal=en")
    assert "Open evening" in page.text
    assert 'lang="nl"' in page.html
    titles = [str(event["SUMMARY"]) for event in calendar_of(clean_app, "?taal=en")[1]]
    assert titles == ["Open evening", "Alleen Nederlands"]


@pytest.mark.parametrize("path", [f"{PAGE}.ics", f"{PAGE}.atom", BLOCK])
def test_outside_our_pages_nobody_is_known_and_nothing_new_is_sent_again(
    clean_app: Flask, services: Services, path: str
) -> None:
    put(services, services.today())
    visitor = Visitor(clean_app)
    visitor.begin()
    answer = visitor.client.get(path)
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    known = {"If-None-Match": answer.headers["ETag"]}
    assert visitor.client.get(path, headers=known).status_code == 304
    put(services, services.today(), title_nl="Nog iets")
    assert visitor.client.get(path, headers=known).status_code == 200


def test_the_block_stands_on_any_page_without_script_form_or_menu(
    clean_app: Flask, services: Services
) -> None:
    put(services, services.today())
    page = Visitor(clean_app).get(BLOCK)
    headers = page.response.headers
    assert "frame-ancestors *" in headers["Content-Security-Policy"]
    assert "script-src" not in headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in headers
    for word in ("<script", "<form", "<nav", "csrf"):
        assert word not in page.html
    assert page.html.count('target="_blank"') == 2
    unknown = clean_app.test_client().get("/inbed/agenda/atlantis")
    assert unknown.status_code == 404
    assert unknown.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/regios/atlantis/agenda", "/regios/atlantis/agenda.ics"])
def test_a_region_that_is_none_has_no_agenda(clean_app: Flask, path: str) -> None:
    assert clean_app.test_client().get(path).status_code == 404
