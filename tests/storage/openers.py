"""For every page that can be opened, somebody who sees much on it."""

from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.bookmarks import KeptStep, keep_step
from quiz.usecases.class_pictures.operations import make_picture
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from quiz.usecases.staff.links import invite
from quiz.usecases.staff.people import NewAccount
from quiz.usecases.staff.regions import set_regions
from quiz.web.runtime import catalogue
from tests.blueprints.classroom.school import add_class, add_staff, code_of, finish, join, sign_in
from tests.blueprints.coordinator.agenda_items import put_item
from tests.blueprints.counsellor.people import as_pupil, make_code
from tests.house.sent_list import sent_list
from tests.usecases.attempts.pupils import walk
from tests.usecases.sharing.sharing import ask, share
from tests.visitor import Visitor


def browsers(app: Flask, services: Services) -> tuple[dict[str, Visitor], dict[str, object]]:
    """A browser for each who opens pages, and the parts of addresses."""
    teacher, counsellor, coordinator, admin = (
        add_staff(services, f"{role}@voorbeeld.nl", role)
        for role in ("teacher", "counsellor", "coordinator", "admin")
    )
    with services.database.writing() as session:
        set_regions(session, coordinator.id, ["foodvalley"])
    class_id, other_id, new_id = (add_class(services, teacher, name) for name in "ABC")
    pupils = finish(services, class_id, 12)
    finish(services, other_id, 12, seed=8)
    for group in (class_id, other_id):
        make_picture(services, [group])
    visitors = {
        "stranger": Visitor(app),
        "busy": as_pupil(app, join(services, new_id)),
        "pupil": as_pupil(app, _well_known(app, services, pupils[0])),
        "teacher": _signed_in(app, services, teacher),
        "counsellor": _signed_in(app, services, counsellor),
        "coordinator": _signed_in(app, services, coordinator),
        "admin": _signed_in(app, services, admin),
    }
    parts: dict[str, object] = {
        "class_id": class_id,
        "other_id": other_id,
        "new_id": new_id,
        "code": code_of(services.database, add_class(services, teacher, "D")),
        "world": services.bank.worlds[0],
        "token": _invitation(services, admin),
        "staff_id": counsellor.id,
        "share_id": share(services, pupils[0], counsellor),
        "asked_id": ask(services, pupils[1], counsellor),
        "item_id": put_item(services),
        "draft_id": sent_list(services, coordinator),
    }
    make_code(visitors["pupil"])
    return visitors, parts


def _well_known(app: Flask, services: Services, first: int) -> int:
    """A pupil who keeps three companies, agreed on them and looked twice; the retake."""
    with app.app_context():
        companies = list(catalogue().companies)[:3]
    for company in companies:
        keep_step(services, first, KeptStep("company", company))
        agree_step(services, first, AgreedStepDraft("visit", "2027-03", f"company/{company}"))
    second = start_retake(services, first)
    walk(services, second, 2, 5, 3, 4)
    return second


def _signed_in(app: Flask, services: Services, person: Staff) -> Visitor:
    """In a session with a number, as signing in gives."""
    visitor = sign_in(app, person, services.clock())
    with visitor.client.session_transaction() as session:
        session["staff_session"] = 7
    return visitor


def _invitation(services: Services, admin: Staff) -> str:
    with services.database.writing() as session:
        new = NewAccount("nieuw@voorbeeld.nl", admin.school_id, ("teacher",))
        return invite(session, services.code_key, new, services.clock(), admin.id)
