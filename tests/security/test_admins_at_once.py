"""Admins who act at the same moment: who is none any more then changes nothing, and one stays."""

from functools import partial

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.blueprints.accounts import colleague_routes
from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.staff.people import is_admin_now
from tests.blueprints.accounts.people import ADMIN, make_person, person, sign_in
from tests.blueprints.accounts.test_second_step import switch_on
from tests.conftest import services_of
from tests.security.meanwhile import Between, account_of, changes_of
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.visitor import Visitor

SECOND_ADMIN = "beheer.twee@een.example"


def everything(app: Flask) -> list[str]:
    """All accounts, and all links that work."""
    with services_of(app).database.reading() as session:
        numbers = session.scalars(select(Staff.id).order_by(Staff.id)).all()
        links = session.scalars(select(StaffInvitation.id).order_by(StaffInvitation.id)).all()
    return [*(account_of(app, number) for number in numbers), repr(links)]


@pytest.mark.parametrize(
    ("act", "change"),
    [
        *((act, "other role") for act in ("roles", "without-code", "close", "invite", "withdraw")),
        *(("link", change) for change in ("other role", "closed", "everywhere out")),
        ("open", "new password"),
    ],
)
def test_who_is_no_admin_any_more_at_that_moment_changes_nothing(
    clean_app: Flask,
    owner: Visitor,
    admin: Visitor,
    teacher: int,
    between: Between,
    *,
    act: str,
    change: str,
) -> None:
    number = make_person(clean_app, SECOND_ADMIN, "admin")
    busy = Visitor(clean_app)
    sign_in(busy, SECOND_ADMIN)
    switch_on(clean_app, owner, teacher)
    admin.submit(admin.get("/collegas"), email="nieuw@een.example", roles="teacher")
    own = Visitor(clean_app)
    sign_in(own, SECOND_ADMIN)
    kept: list[list[str]] = []

    def other_is_first() -> None:
        changes_of(clean_app, own, admin, number)[change]()
        kept.append(everything(clean_app))

    token = busy.get("/account").form.values["csrf_token"]
    between(colleague_routes, "require_staff", other_is_first, after=True)
    colleague = f"/collegas/{teacher}"
    with services_of(clean_app).database.reading() as session:
        link = session.scalar(select(StaffInvitation.id))
    path = {"invite": "/collegas", "withdraw": f"/collegas/uitnodiging/{link}"}.get(act, colleague)
    fields = {"action": act, "email": "meer@een.example", "roles": "counsellor"}
    page = busy.post(path, {**fields, "csrf_token": token})
    assert page.status in (403, 404)
    assert everything(clean_app) == kept[0]


@pytest.mark.parametrize("action", ["roles", "close"])
def test_two_admins_who_act_on_each_other_at_once_leave_one_admin(
    clean_app: Flask, action: str
) -> None:
    addresses = ADMIN, SECOND_ADMIN
    for _round in range(4):
        numbers = [make_person(clean_app, address, "admin") for address in addresses]
        visitors = [Visitor(clean_app) for _address in addresses]
        calls = []
        for visitor, address, other in zip(visitors, addresses, numbers[::-1], strict=True):
            sign_in(visitor, address)
            token = visitor.get("/account").form.values["csrf_token"]
            fields = {"action": action, "roles": "teacher", "csrf_token": token}
            calls.append(partial(visitor.post, f"/collegas/{other}", fields))
        statuses = [page.status for page in at_the_same_instant(calls)]
        assert [is_admin_now(person(clean_app, one)) for one in numbers].count(True) == 1, statuses
        with services_of(clean_app).database.writing() as session:
            for one in numbers:
                session.delete(session.get_one(Staff, one))
