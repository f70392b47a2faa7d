"""Numbers of somebody else in forms and addresses: nothing is seen and nothing changes.

The numbers in addresses stand in the access matrix (tests/house/access.txt); here are those that
travel in fields.
"""

import pytest
from flask import Flask

from quiz.blueprints.pupil.attempts_page import PARAMETER
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.bookmarks import KeptStep, keep_step, kept_steps
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import STEP_KINDS, AgreedStepDraft, agree_step, agreed_steps
from quiz.web.runtime import catalogue
from tests.blueprints.classroom.school import add_class, add_staff, finish, nickname_of, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.reading import read
from tests.usecases.attempts.pupils import row_counts
from tests.usecases.sharing.sharing import ask, counsellor, finished, share, shares_of, stranger
from tests.visitor import Visitor


def signed(app: Flask, services: Services, person: Staff) -> Visitor:
    return sign_in(app, person, services.clock())


def press(visitor: Visitor, page: str, path: str, **fields: object) -> int:
    """Send fields with the token of a page; the status of what comes back."""
    token = visitor.get(page).form.values["csrf_token"]
    return visitor.post(path, {"csrf_token": token, **fields}).status


@pytest.mark.parametrize("action", ["done", "remove"])
def test_a_counsellor_changes_the_steps_of_the_pupil_of_this_talk_alone(
    clean_app: Flask, services: Services, action: str
) -> None:
    person = counsellor(services)
    mine, other = finished(services), finished(services)
    share_id = share(services, mine, person)
    agree_step(services, other, AgreedStepDraft(STEP_KINDS[0], "2027-03"))
    (before,) = read(services, agreed_steps, other)
    page = f"/gesprekken/{share_id}"
    visitor = signed(clean_app, services, person)
    assert press(visitor, page, f"{page}/stappen", action=action, step=before.id) == 200
    assert read(services, agreed_steps, other) == [before]


@pytest.mark.parametrize("action", ["confirm", "refuse", "withdraw"])
def test_a_pupil_decides_about_the_own_result_alone(
    clean_app: Flask, services: Services, action: str
) -> None:
    person = counsellor(services)
    other = finished(services)
    share_id = ask(services, other, person)
    before = shares_of(services, other)
    visitor = as_pupil(clean_app, finished(services))
    status = press(visitor, "/delen", "/delen", action=action, share=share_id)
    assert status in {200, 409}
    assert shares_of(services, other) == before


def test_a_star_is_kept_for_the_pupil_of_this_browser(clean_app: Flask, services: Services) -> None:
    mine, other = finished(services), finished(services)
    with clean_app.app_context():
        key = next(iter(catalogue().companies))
    keep_step(services, other, KeptStep("company", key))
    visitor = as_pupil(clean_app, mine)
    wanted = {"los": f"company/{key}", "attempt": str(other), "attempt_id": str(other)}
    press(visitor, "/delen", "/resultaat/bewaren", **wanted)
    assert len(read(services, kept_steps, other)) == 1
    assert read(services, kept_steps, mine) == ()


def test_an_earlier_attempt_of_another_pupil_is_not_shown(
    clean_app: Flask, services: Services
) -> None:
    mine, other = finished(services), finished(services)
    own = as_pupil(clean_app, mine).get("/resultaat").text
    page = as_pupil(clean_app, mine).get(f"/resultaat?{PARAMETER}={other}")
    assert page.text == own
    assert nickname_of(services.database, other) not in page.text


@pytest.mark.parametrize("field", ["samen", "naast"])
def test_a_picture_takes_no_class_of_somebody_else_along(
    clean_app: Flask, services: Services, field: str
) -> None:
    me = add_staff(services, "ik@x.nl", "teacher")
    mine, theirs = (
        add_class(services, teacher, name)
        for teacher, name in ((me, "2A"), (add_staff(services, "jij@x.nl", "teacher"), "2Z"))
    )
    for each in (mine, theirs):
        finish(services, each, 10)
    visitor = signed(clean_app, services, me)
    path = f"/klassen/{mine}/beeld"
    if field == "samen":
        assert press(visitor, path, path, samen=str(theirs)) == 404
        assert row_counts(services.database)["frozen_picture"] == 0
    else:
        press(visitor, path, path)
        for beside in (f"{mine}&beeld={theirs}", f"{mine}.1&beeld={theirs}.1"):
            assert visitor.get(f"/klassen/vergelijk?beeld={beside}").status == 404


def test_an_entry_is_detached_from_the_own_class_alone(
    clean_app: Flask, services: Services
) -> None:
    me = add_staff(services, "ik@x.nl", "teacher")
    mine = add_class(services, me, "2A")
    theirs = add_class(services, add_staff(services, "jij@x.nl", "teacher"), "2Z")
    finish(services, mine, 1)
    (pupil,) = finish(services, theirs, 1)
    name = nickname_of(services.database, pupil)
    visitor = signed(clean_app, services, me)
    token = visitor.get(f"/klassen/{mine}/sluiten").form.values["csrf_token"]
    fields = {"csrf_token": token, "naam": name, "nickname": name, "bijnaam": name}
    visitor.post(f"/klassen/{mine}/ontkoppelen", fields)
    with services.database.reading() as session:
        assert session.get_one(Attempt, pupil).class_id == theirs


def test_a_counsellor_of_another_school_sees_and_ends_nothing(
    clean_app: Flask, services: Services
) -> None:
    attempt_id = finished(services)
    share_id = share(services, attempt_id, counsellor(services))
    other = signed(clean_app, services, stranger(services))
    for path in ("", ".pdf", "/klaar", "/nu"):
        assert other.get(f"/gesprekken/{share_id}{path}").status == 404
    assert press(other, "/gesprekken", f"/gesprekken/{share_id}/klaar") == 404
    assert len(shares_of(services, attempt_id)) == 1
