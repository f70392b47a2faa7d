"""Agreeing on steps: picked from lists, seen by the pupil, done or taken away again."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.blueprints.counsellor.steps_form import coming_months
from quiz.storage.database import Database
from quiz.storage.tables.staff import Staff, StaffAction
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step, agreed_steps
from quiz.usecases.sharing.share import withdraw_share
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.counsellor.samples import EVENT, keep, sample_pupil
from tests.blueprints.counsellor.talk_reading import agreed, asked, offered
from tests.reading import read
from tests.usecases.sharing.sharing import ask, share
from tests.visitor import Page, Visitor


@pytest.fixture
def broad(services: Services) -> int:
    """A pupil with a broad result, who kept an event."""
    attempt_id = sample_pupil(services, "broad")
    keep(services, attempt_id, EVENT)
    return attempt_id


@pytest.fixture
def talk(services: Services, talking: Visitor, decaan: Staff, broad: int) -> Page:
    """Their page."""
    return talking.get(f"/gesprekken/{share(services, broad, decaan)}")


def send(visitor: Visitor, talk: Page, **fields: str) -> Page:
    """Send something to the steps of this page."""
    token = talk.form.values["csrf_token"]
    return visitor.post(f"{talk.path}/stappen?minuten=25", {"csrf_token": token, **fields})


def next_month(services: Services) -> str:
    """The month after this one."""
    return list(coming_months(services.today()))[1]


def test_a_step_is_picked_from_what_there_is(services: Services, talk: Page) -> None:
    assert len(offered(talk, "kind")) == 7
    assert offered(talk, "month") == list(coming_months(services.today()))
    abouts = offered(talk, "about")
    assert abouts[0] == EVENT, "what the pupil kept comes first"
    assert len(abouts) == len(set(abouts)) > 10
    assert {key.split("/")[0] for key in abouts} == {"programme", "company", "event"}


def test_months_run_on_into_the_next_year() -> None:
    months = list(coming_months(datetime(2026, 11, 22, tzinfo=UTC).date()))
    assert months[:3] == ["2026-11", "2026-12", "2027-01"]
    assert len(months) == 12
    assert months[-1] == "2027-10"


def test_there_is_no_field_to_type_about_a_pupil(talk: Page) -> None:
    assert talk.document is not None
    typed = [each for each in talk.document.iter("input") if each.get("type") != "hidden"]
    assert typed == []
    assert list(talk.document.iter("textarea")) == []


def test_a_step_stands_there_and_with_the_pupil(
    clean_app: Flask, services: Services, talking: Visitor, talk: Page, broad: int
) -> None:
    page = send(talking, talk, action="add", kind="event", month=next_month(services), about=EVENT)
    assert page.status == 200
    assert len(agreed(page)) == 1
    assert agreed(page)[0].startswith("Naar een activiteit over techniek: TechnoDiscovery")
    assert "TechnoDiscovery" in as_pupil(clean_app, broad).get("/delen").text
    assert len(asked(page)) == 12, "the talk stays as long as it was"


def test_a_step_may_be_about_nothing(services: Services, talking: Visitor, talk: Page) -> None:
    page = send(talking, talk, action="add", kind="second-look", month=next_month(services))
    assert agreed(page)[0].startswith("De quiz nog een keer doen")


def test_what_is_missing_is_said_and_nothing_is_kept(
    services: Services, talking: Visitor, talk: Page
) -> None:
    whole = {"kind": "visit", "month": next_month(services)}
    for fields, problem in (
        ({"kind": ""}, "Kies wat jullie afspreken."),
        ({"kind": "een eigen plan"}, "Kies wat jullie afspreken."),
        ({"month": ""}, "Kies een maand."),
        ({"month": "2019-01"}, "Kies een maand."),
        ({"about": "company/bestaat-niet"}, "Dit staat niet meer in de lijst."),
    ):
        page = send(talking, talk, action="add", **{**whole, **fields})
        assert page.status == 422, (fields, problem)
        assert "Kijk hier nog even naar." in page.text, (fields, problem)
        assert page.text.count(problem) == 2, "above and at the field"
        assert agreed(page) == [], (fields, problem)


def test_a_step_is_done_and_taken_away(
    services: Services, talking: Visitor, talk: Page, broad: int
) -> None:
    agree_step(services, broad, AgreedStepDraft("visit", next_month(services)))
    (step,) = read(services, agreed_steps, broad)
    page = send(talking, talk, action="done", step=str(step.id))
    assert "✓ Gedaan" in agreed(page)[0]
    assert agreed(send(talking, talk, action="remove", step=str(step.id))) == []


def test_anything_else_changes_nothing(
    services: Services, talking: Visitor, talk: Page, broad: int
) -> None:
    agree_step(services, broad, AgreedStepDraft("visit", next_month(services)))
    for fields in (
        {},
        {"action": "something"},
        {"action": "done"},
        {"action": "remove", "step": "x"},
        {"action": "remove", "step": "0"},
        {"action": "remove", "step": "9" * 30},
    ):
        page = send(talking, talk, **fields)
        assert page.status == 200, fields
        assert len(agreed(page)) == 1, fields


def test_a_step_whose_month_has_come_opens_the_next_talk(
    services: Services, talking: Visitor, talk: Page, broad: int
) -> None:
    this_month = next(coming_months(services.today()))
    agree_step(services, broad, AgreedStepDraft("trial-day", this_month))
    assert (
        asked(talking.get(talk.path))[0] == "We spraken de vorige keer iets af. Hoe is dat gegaan?"
    )


def test_another_pupils_step_stays_where_it_is(
    services: Services, talking: Visitor, talk: Page
) -> None:
    other = sample_pupil(services, "clear")
    agree_step(services, other, AgreedStepDraft("visit", next_month(services)))
    (step,) = read(services, agreed_steps, other)
    send(talking, talk, action="remove", step=str(step.id))
    assert read(services, agreed_steps, other) == [step]


def test_nothing_is_agreed_before_the_yes_or_after_the_end(
    services: Services, talking: Visitor, decaan: Staff, talk: Page
) -> None:
    waiting = sample_pupil(services, "clear")
    fields = {"action": "add", "kind": "visit", "month": next_month(services)}
    token = talk.form.values["csrf_token"]
    share_id = ask(services, waiting, decaan)
    page = talking.post(f"/gesprekken/{share_id}/stappen", {"csrf_token": token, **fields})
    assert page.status == 404
    share_id = share(services, waiting, decaan)
    withdraw_share(services, waiting, share_id)
    page = talking.post(f"/gesprekken/{share_id}/stappen", {"csrf_token": token, **fields})
    assert page.status == 404
    assert read(services, agreed_steps, waiting) == []


def test_the_trail_knows_that_and_not_what(
    services: Services, database: Database, talking: Visitor, talk: Page, broad: int
) -> None:
    send(talking, talk, action="add", kind="visit", month=next_month(services))
    (step,) = read(services, agreed_steps, broad)
    send(talking, talk, action="done", step=str(step.id))
    send(talking, talk, action="remove", step=str(step.id))
    with database.reading() as session:
        lines = session.scalars(select(StaffAction).order_by(StaffAction.id)).all()
    steps = [line for line in lines if line.action.startswith("step")]
    assert [line.action for line in steps] == ["step agreed", "step done", "step dropped"]
    assert {line.object_id for line in steps} == {int(talk.path.rsplit("/", 1)[1])}
