"""The audience of a view is checked in one place: a view that checks nothing itself is closed."""

from collections.abc import Callable

import pytest
from flask import Flask

from quiz.web.access.audience_kinds import WITHOUT_ACCOUNT
from quiz.web.access.audiences import (
    Audience,
    NotAllowed,
    NotSignedIn,
    audience,
    current_staff,
    require_staff,
)
from tests.blueprints.accounts import people
from tests.conftest import services_of
from tests.own_app import MakeApp
from tests.visitor import Visitor

SECRET = "alleen voor wie het mag"
ROLES = ("teacher", "counsellor", "coordinator", "admin")
STAFF_AUDIENCES = [who for who in Audience if who not in WITHOUT_ACCOUNT]


def careless_view() -> tuple[str, dict[str, str]]:
    """Shows its secret to whoever asks."""
    return SECRET, {"Content-Type": "text/plain"}


def declared(
    who: Audience, *, background: bool = False
) -> Callable[[], tuple[str, dict[str, str]]]:
    """A view of its own with an audience, that checks nothing."""

    @audience(who, background=background)
    def view() -> tuple[str, dict[str, str]]:
        return careless_view()

    return view


@pytest.fixture
def careless(make_app: MakeApp) -> Flask:
    """An app with a page for each audience, and one without; none of them checks anything."""
    app = make_app()
    for who in Audience:
        app.add_url_rule(f"/los/{who}", who, declared(who), methods=["GET", "POST"])
    app.add_url_rule("/los/vergeten", "forgotten", careless_view)
    app.add_url_rule("/los/steeds", "polled", declared(Audience.TEACHER, background=True))
    return app


def visitor_with(app: Flask, *roles: str) -> Visitor:
    """Somebody with these roles, signed in."""
    email = f"{'-'.join(roles)}@een.example"
    people.make_person(app, email, *roles)
    visitor = Visitor(app)
    people.sign_in(visitor, email)
    return visitor


def pupil(app: Flask) -> Visitor:
    """A pupil with an attempt."""
    visitor = Visitor(app)
    visitor.begin()
    return visitor


@pytest.mark.parametrize("who", STAFF_AUDIENCES)
@pytest.mark.parametrize("make", [Visitor, pupil], ids=["stranger", "pupil"])
def test_a_page_for_staff_asks_others_to_sign_in(
    careless: Flask, who: Audience, make: Callable[[Flask], Visitor]
) -> None:
    page = make(careless).get(f"/los/{who}")
    assert page.path == "/inloggen"
    assert SECRET not in page.html


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_its_own_pages_and_no_others(careless: Flask, role: str) -> None:
    visitor = visitor_with(careless, role)
    opened = {str(who) for who in STAFF_AUDIENCES if SECRET in visitor.get(f"/los/{who}").html}
    in_school = {"school"} if role in ("teacher", "counsellor") else set()
    assert opened - {"screen"} == {"staff", role} | in_school
    assert ("screen" in opened) == (role == "teacher")
    for other in set(ROLES) - {role}:
        assert visitor.get(f"/los/{other}").status == 404


def test_two_roles_open_both(careless: Flask) -> None:
    visitor = visitor_with(careless, "teacher", "admin")
    assert SECRET in visitor.get("/los/teacher").html
    assert SECRET in visitor.get("/los/admin").html
    assert visitor.get("/los/counsellor").status == 404


def test_a_view_without_an_audience_is_closed_to_everybody(careless: Flask) -> None:
    for visitor in (Visitor(careless), pupil(careless), visitor_with(careless, *ROLES)):
        page = visitor.get("/los/vergeten")
        assert page.status == 404
        assert SECRET not in page.html


def test_what_is_sent_is_refused_too_and_not_repeated(careless: Flask) -> None:
    visitor = pupil(careless)
    token = visitor.get("/volgende").form.values["csrf_token"]
    page = visitor.post("/los/teacher", {"csrf_token": token})
    assert page.status == 403
    assert SECRET not in page.html


def test_a_script_that_asks_is_told_so_and_gets_no_form(careless: Flask) -> None:
    page = Visitor(careless).get("/los/steeds")
    assert (page.status, page.path) == (403, "/los/steeds")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE"])
def test_other_methods_open_nothing(careless: Flask, method: str) -> None:
    answer = Visitor(careless).client.open("/los/teacher", method=method)
    assert SECRET not in answer.get_data(as_text=True)
    assert answer.status_code in (303, 400, 403, 405)


@pytest.mark.parametrize(
    "forged",
    [
        {"staff_account": "1"},
        {"staff_account": ""},
        {"staff_account": 1},
        {"staff_account": None},
        {"staff_account": "1", "staff_since": 1, "staff_seen": 1},
        {"staff_account": "1", "staff_since": "x", "staff_seen": []},
        {"staff_account": "1", "staff_since": 10**12, "staff_seen": 10**12},
    ],
)
def test_a_session_of_another_time_opens_nothing(
    careless: Flask, forged: dict[str, object]
) -> None:
    visitor = Visitor(careless)
    with visitor.client.session_transaction() as session:
        session.update(forged)
    assert visitor.get("/los/staff").path == "/inloggen"


def test_a_token_in_a_header_or_address_opens_nothing(careless: Flask) -> None:
    cookie = visitor_with(careless, "teacher").client.get_cookie("zeven_werelden")
    assert cookie is not None
    headers = {"Authentication-Token": cookie.value, "Authorization": f"Bearer {cookie.value}"}
    path = f"/los/teacher?auth_token={cookie.value}&zeven_werelden={cookie.value}"
    for name in ("remember_token", "session"):
        visitor = Visitor(careless)
        visitor.client.set_cookie(name, cookie.value)
        answer = visitor.client.get(path, headers=headers)
        assert SECRET not in answer.get_data(as_text=True)


def test_a_room_gets_who_is_signed_in_with_school_and_roles(clean_app: Flask) -> None:
    number = people.make_person(clean_app, people.TEACHER, "teacher", "admin")
    row = people.person(clean_app, number)
    with clean_app.test_request_context() as context:
        now = int(services_of(clean_app).clock().timestamp())
        context.session.update(staff_account=row.fs_uniquifier, staff_since=now, staff_seen=now)
        staff = require_staff("teacher")
        assert (staff.id, staff.school_id, staff.email) == (number, row.school_id, row.email)
        assert staff.roles == {"teacher", "admin"}
        assert current_staff() is staff
        assert require_staff() is staff
        assert require_staff("counsellor", "admin") is staff
        with pytest.raises(NotAllowed):
            require_staff("counsellor", "coordinator")


def test_without_somebody_signed_in_there_is_nobody(clean_app: Flask) -> None:
    with clean_app.test_request_context():
        assert current_staff() is None
        with pytest.raises(NotSignedIn):
            require_staff()


def test_polling_keeps_nobody_signed_in(careless: Flask) -> None:
    visitor = visitor_with(careless, "teacher")

    def minutes_ago(minutes: int) -> None:
        with visitor.client.session_transaction() as session:
            session["staff_seen"] -= minutes * 60

    minutes_ago(90)
    assert SECRET in visitor.get("/los/steeds").html
    minutes_ago(40)
    assert visitor.get("/los/steeds").status == 403
