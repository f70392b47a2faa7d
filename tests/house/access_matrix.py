"""Every route seen by every kind of visitor: who gets in, who does not, and how they are told.

Write the committed file again with `python -m tests.house.access_matrix`, and read the difference:
each changed word is somebody who gets in, or no longer does.
"""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import delete
from werkzeug.test import Client, TestResponse

from quiz.app import create_app
from quiz.attempts import Services
from quiz.config import Settings
from quiz.migrations.run import upgrade
from quiz.records import Database, Record, SchoolClass, Staff, StaffInvitation
from quiz.staffing import NewAccount, invite, make_staff, school_named
from tests.attempts.pupils import begin
from tests.conftest import SECRETS, services_of

FILE = Path(__file__).with_name("access.txt")
VISITORS = (
    "stranger",
    "pupil",  # of the class with number class_id
    "pupil-2",  # of another class
    "teacher",  # of that class
    "teacher-2",  # of another class of the same school
    "teacher-3",  # of another school
    "counsellor",
    "coordinator",
    "admin",  # of the school
    "admin-3",  # of another school
)
SCHOOLS = {"teacher-3": "School Drie", "admin-3": "School Drie"}
GUARD = "0123456789abcdef"
OPEN, SIGN_IN, NO_ATTEMPT, HIDDEN = "open", "sign-in", "code", "hidden"


@dataclass(frozen=True)
class World:
    """Two schools, two classes, two pupils and everybody of the staff; the parts of addresses."""

    sessions: dict[str, dict[str, object]]
    parts: dict[str, str | int]


def lines(app: Flask) -> Iterator[str]:
    """The matrix: a heading, then one line for each method of each route."""
    yield _line("METHOD", "ROUTE", list(VISITORS))
    for method, rule in _routes(app):
        world = _make_world(services_of(app))
        yield _line(method, rule, [_outcome(app, world, who, (method, rule)) for who in VISITORS])


def _line(method: str, rule: str, words: list[str]) -> str:
    return f"{method:<6} {rule:<42} " + " ".join(f"{word:<11}" for word in words).rstrip()


def _routes(app: Flask) -> list[tuple[str, str]]:
    return sorted(
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )


def _outcome(app: Flask, world: World, who: str, route: tuple[str, str]) -> str:
    method, rule = route
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(world.sessions[who], csrf_token=GUARD)
    path = rule
    for name, value in world.parts.items():
        for kind in ("", "int:", "path:"):
            path = path.replace(f"<{kind}{name}>", str(value))
    assert "<" not in path, f"what stands in {rule}? Give it a value in tests/house/access_matrix"
    return _word(_ask(app, client, method, path))


def _ask(app: Flask, client: Client, method: str, path: str) -> TestResponse:
    if method == "GET":
        return client.get(path)
    token = URLSafeTimedSerializer(str(app.secret_key), salt="wtf-csrf-token").dumps(GUARD)
    return client.open(path, method=method, data={"csrf_token": token})


def _word(answer: TestResponse) -> str:
    if answer.status_code == 404:
        return HIDDEN
    if answer.status_code == 403:
        main = answer.text.partition("<main")[2].partition("</main>")[0]  # each foot has that link
        return SIGN_IN if 'href="/inloggen"' in main else NO_ATTEMPT
    if answer.location and answer.location.startswith("/inloggen?verder="):
        return SIGN_IN
    assert answer.status_code in {200, 204, 302, 303, 409, 410, 422}, answer.status
    return OPEN


def _make_world(services: Services) -> World:
    database, now = services.database, datetime.now(UTC)
    _empty(database)
    staff = {who: _account(services, who) for who in VISITORS if who in _STAFF}
    mine, other = (
        _class(database, staff[who], code, now)
        for who, code in (("teacher", "HJM479"), ("teacher-2", "KPR347"))
    )
    stamp = int(now.timestamp())
    sessions: dict[str, dict[str, object]] = {
        "stranger": {},
        "pupil": {"attempt": begin(services, "HJM479")},
        "pupil-2": {"attempt": begin(services, "KPR347")},
    }
    for who, row in staff.items():
        sessions[who] = {"_user_id": row.fs_uniquifier, "staff_since": stamp, "staff_seen": stamp}
    token, number = _invitation(services, staff["admin"].school_id)
    parts: dict[str, str | int] = {
        "class_id": mine,
        "other_id": other,
        "staff_id": staff["teacher"].id,
        "invitation_id": number,
        "token": token,
        "code": "HJM479",
        "world_id": services.bank.worlds[0],
    }
    return World(sessions, parts)


_STAFF = [who for who in VISITORS if who not in ("stranger", "pupil", "pupil-2")]


def _empty(database: Database) -> None:
    with database.writing() as session:
        for table in reversed(Record.metadata.sorted_tables):
            session.execute(delete(table))


def _account(services: Services, who: str) -> Staff:
    with services.database.writing() as session:
        school = school_named(session, SCHOOLS.get(who, "School Een"))
        new = NewAccount(f"{who}@een.example", school.id, (who.split("-", maxsplit=1)[0],))
        return make_staff(session, new, "no password opens this", services.clock())


def _class(database: Database, teacher: Staff, code: str, now: datetime) -> int:
    group = SchoolClass(
        school_id=teacher.school_id,
        teacher_id=teacher.id,
        name=f"Klas {code}",
        code=code,
        school_type="havo",
        created_at=now,
        joining_until=now + timedelta(hours=12),
    )
    with database.writing() as session:
        session.add(group)
        session.flush()
        return group.id


def _invitation(services: Services, school_id: int) -> tuple[str, int]:
    with services.database.writing() as session:
        new = NewAccount("nieuw@een.example", school_id, ("teacher",))
        token = invite(session, services.code_key, new, services.clock())
        return token, session.query(StaffInvitation.id).scalar() or 0


def matrix() -> str:
    """The whole matrix, on an app of its own."""
    with TemporaryDirectory() as folder:
        environment = {name.upper(): value for name, value in SECRETS.items()}
        app = create_app(Settings.from_environment({**environment, "DATA_DIR": folder}))
        upgrade(services_of(app).database)
        with closing(services_of(app).database):
            return "\n".join(lines(app)) + "\n"


if __name__ == "__main__":
    FILE.write_text(matrix(), encoding="utf-8")
    sys.stderr.write(f"written: {FILE}\n")
