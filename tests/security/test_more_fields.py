"""Forms with more in them than our pages have: what was not asked for changes nothing."""

from flask import Flask
from sqlalchemy import select

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.share import Share
from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.services import Services
from tests.blueprints.accounts.people import ADMIN, PASSWORD, TEACHER, make_person, person, press
from tests.blueprints.accounts.people import sign_in as type_password
from tests.blueprints.classroom.school import OTHER_SCHOOL, add_class, add_staff, sign_in
from tests.blueprints.counsellor.people import as_pupil
from tests.blueprints.pupil import way
from tests.usecases.attempts.pupils import state_of
from tests.usecases.sharing.sharing import ask, counsellor, finished, share_now, shares_of
from tests.visitor import Visitor

EVERYTHING = {
    "id": "1",
    "attempt": "1",
    "attempt_id": "1",
    "class_id": "1",
    "school_id": "2",
    "teacher_id": "1",
    "staff_id": "1",
    "role": "admin",
    "roles": ["admin", "coordinator", "god"],
    "is_admin": "1",
    "active": "1",
    "trial": "1",
    "finished": "1",
    "finished_at": "2026-01-01",
    "confirmed_at": "2026-01-01",
    "until": "2099-01-01",
    "code": "AAAAAA",
    "nickname": "Baas",
    "blocks": "[]",
    "target_blocks": "99",
    "first_id": "1",
    "email": "ander@een.example",
    "fs_uniquifier": "1",
    "tf_totp_secret": "1",
    "municipality": "GM0001",
    "_method": "DELETE",
    "__class__": "x",
}


def more(**fields: object) -> dict[str, object]:
    """These fields, with everything else that somebody might hope for."""
    return {**EVERYTHING, **fields}


def test_a_pupil_starts_as_a_pupil_and_nothing_else(
    visitor: Visitor, services: Services, database: Database
) -> None:
    other = add_class(services, add_staff(services, "docent@x.nl", "teacher"))
    form = visitor.get("/start").form.values
    visitor.post("/start", more(**{**form, "school_type": "havo", "year": "2", "place": ""}))
    (attempt,) = way.stored_attempts(database)
    assert attempt.class_id is None
    assert attempt.class_id != other
    assert (attempt.municipality, attempt.trial, attempt.first_id) == (None, False, None)
    assert attempt.finished_at is None
    assert attempt.nickname != "Baas"
    assert attempt.target_blocks < 99


def test_answers_go_to_the_pupil_of_this_browser_alone(
    visitor: Visitor, another_visitor: Visitor, services: Services, database: Database
) -> None:
    visitor.begin()
    (first,) = way.stored_attempts(database)
    block = another_visitor.begin()
    answers = dict.fromkeys(way.questions_of(block), "5")
    fields = more(**block.form.values, **answers, attempt=str(first.id), attempt_id=str(first.id))
    another_visitor.post("/vragen", fields)
    single = {**fields, "question": next(iter(answers)), "value": "1"}
    another_visitor.post("/vragen/antwoord", single)
    assert state_of(services, first.id).answers == {}
    assert not any(each.finished_at for each in way.stored_attempts(database))


def test_a_class_belongs_to_who_makes_it(clean_app: Flask, services: Services) -> None:
    teacher = add_staff(services, "docent@x.nl", "teacher")
    add_staff(services, "ander@y.nl", "teacher", school=OTHER_SCHOOL)
    visitor = sign_in(clean_app, teacher, services.clock())
    form = visitor.get("/klassen/nieuw").form.values
    filled = {"name": "2B", "school_type": "havo", "year": "2", "place": ""}
    fields = more(**{**form, **filled, "created_at": "2020-01-01"})
    assert visitor.post("/klassen/nieuw", fields).status == 200
    with services.database.reading() as session:
        made = session.scalars(select(SchoolClass)).one()
    assert (made.teacher_id, made.school_id) == (teacher.id, teacher.school_id)
    assert made.code != "AAAAAA"
    assert made.closed_at is None
    assert made.municipality is None


def test_an_admin_invites_into_the_own_school_with_offered_roles_only(
    clean_app: Flask, visitor: Visitor
) -> None:
    make_person(clean_app, ADMIN, "admin")
    number = make_person(clean_app, "beheer@twee.example", "admin", school="School Twee")
    type_password(visitor, ADMIN)
    other = str(person(clean_app, number).school_id)
    wanted = {"email": "n@een.example", "roles": "teacher", "school_id": other}
    press(visitor, "/collegas", "/collegas", **wanted)
    form = visitor.get("/collegas").form.values
    refused = visitor.post("/collegas", {**more(), "csrf_token": form["csrf_token"]})
    assert refused.status == 422, "one role that is not offered refuses all"
    database = clean_app.extensions["quiz"].services.database
    with database.reading() as session:
        made = session.scalars(select(StaffInvitation)).one()
        mine = session.scalar(select(Staff.school_id).where(Staff.email == ADMIN))
    assert (made.school_id, made.staff_id, made.roles) == (mine, None, ["teacher"])


def test_who_changes_a_password_changes_nothing_else(clean_app: Flask, visitor: Visitor) -> None:
    number = make_person(clean_app, TEACHER, "teacher")
    before = person(clean_app, number)
    type_password(visitor, TEACHER)
    token = visitor.get("/account").form.values["csrf_token"]
    wanted = {"csrf_token": token, "present": PASSWORD, "password": "een ander zinnetje"}
    visitor.post("/account", more(**wanted))
    after = person(clean_app, number)
    assert after.password != before.password
    assert (after.email, after.school_id, after.active) == (before.email, before.school_id, True)
    assert [role.name for role in after.roles] == ["teacher"]
    assert after.tf_totp_secret is None


def test_a_counsellor_cannot_say_yes_for_a_pupil(clean_app: Flask, services: Services) -> None:
    person_ = counsellor(services)
    attempt_id = finished(services)
    share_id = ask(services, attempt_id, person_)
    visitor = sign_in(clean_app, person_, services.clock())
    token = visitor.get("/gesprekken").form.values["csrf_token"]
    for path in ("/gesprekken", f"/gesprekken/{share_id}/stappen", "/delen"):
        visitor.post(path, more(csrf_token=token, action="confirm", share=str(share_id)))
    assert not share_now(services, share_id, person_.school_id).confirmed
    with services.database.reading() as session:
        assert session.scalars(select(Share.confirmed_at)).one() is None


def test_a_pupil_cannot_choose_the_school_or_the_end_of_what_is_shared(
    clean_app: Flask, services: Services
) -> None:
    person_ = counsellor(services)
    attempt_id = finished(services)
    share_id = ask(services, attempt_id, person_)
    visitor = as_pupil(clean_app, attempt_id)
    token = visitor.get("/delen").form.values["csrf_token"]
    visitor.post("/delen", more(csrf_token=token, action="confirm", share=str(share_id)))
    (share,) = shares_of(services, attempt_id)
    assert share.confirmed
    assert share.until.year < 2099
    with services.database.reading() as session:
        assert session.scalars(select(Share.school_id)).one() == person_.school_id
        assert session.scalars(select(Attempt.class_id)).one() is None
