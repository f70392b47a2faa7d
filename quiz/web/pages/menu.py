"""The menu of staff, and the page on which somebody begins: only what exists and is theirs."""

from dataclasses import dataclass

from flask import Flask, current_app, session, url_for

from quiz.web.access.audiences import StaffMember, current_staff
from quiz.web.access.session_keys import SET_UP_FIRST
from quiz.web.access.staff import known_staff
from quiz.web.pages.languages import translate as _


@dataclass(frozen=True)
class MenuItem:
    """One link of the menu."""

    label: str
    url: str


def install(app: Flask) -> None:
    """Offer the menu to templates: who is signed in finds the way back from every page."""
    app.add_template_global(staff_rooms)


def staff_rooms(*, look_up: bool = True) -> list[MenuItem]:
    """The rooms of the person who is signed in here, in the order of their work; else empty.

    Who must set up the second step first gets that alone: every room would lead back there.

    A page about a mistake does not `look_up` who that is: the database may be what went wrong.
    """
    staff = current_staff() if look_up else known_staff()
    if staff is not None and session.get(SET_UP_FIRST):
        return [MenuItem(_("Extra stap aanzetten"), url_for("accounts.set_up"))]
    return [] if staff is None else _rooms(staff)


def beginning() -> str:
    """Where who is known here begins: in the own first room; anybody else on the first page."""
    staff = known_staff()
    return url_for("public.home") if staff is None else home_of(staff)


def home_of(staff: StaffMember) -> str:
    """The first page of somebody's first room."""
    return _rooms(staff)[0].url


def _rooms(staff: StaffMember) -> list[MenuItem]:
    rooms = (
        ({"teacher"}, "classroom.classes", _("Klassen")),
        ({"counsellor"}, "counsellor.conversations", _("Gesprekken")),
        ({"teacher", "counsellor"}, "classroom.our_school", _("Onze school")),
        ({"coordinator"}, "coordinator.home", _("Regio")),
        ({"admin"}, "accounts.colleagues", _("Collega’s")),
        (None, "accounts.account", _("Mijn account")),
    )
    return [
        MenuItem(label, url_for(endpoint))
        for roles, endpoint, label in rooms
        if endpoint in current_app.view_functions and (roles is None or roles & staff.roles)
    ]
