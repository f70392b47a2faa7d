"""A quiz of our own to measure: a folder, fresh secrets, a school with staff, and the app."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory
from time import time
from typing import Any

import structlog
from flask import Flask
from flask.sessions import SecureCookieSession
from sqlalchemy import func, insert, select

from quiz.app import create_app
from quiz.config import Settings
from quiz.domain.codes.class_codes import new_class_code
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.usecases.staff.people import NewAccount, make_staff, school_named
from quiz.web.access.session_keys import ACCOUNT, RENEWED, STAFF_SEEN, STAFF_SINCE
from quiz.web.runtime import Running

SCHOOL = "Meetschool (verzonnen)"
PLACES = 60


class NotEmpty(ValueError):
    """The database to measure in holds attempts of others."""


@dataclass(frozen=True)
class Place:
    """Where we measure: the folder, the settings as an environment, and the app in this process."""

    folder: Path
    environment: dict[str, str]
    app: Flask

    @property
    def services(self) -> Services:
        """What the use cases need."""
        running: Running = self.app.extensions["quiz"]
        return running.services

    def staff(self, role: str) -> Staff:
        """A new account with this role; nobody knows its password."""
        with self.services.database.writing() as session:
            number = school_named(session, SCHOOL).id
            new = NewAccount(f"{secrets.token_hex(6)}@meten.example", number, (role,))
            return make_staff(session, new, "unused", self.services.clock())

    def class_of(self, teacher: Staff) -> tuple[int, str]:
        """A new class that can be joined now: its number and its code."""
        now = self.services.clock()
        row = {
            "school_id": teacher.school_id,
            "teacher_id": teacher.id,
            "name": "2B",
            "code": new_class_code(SystemRandom()),
            "school_type": "havo",
            "year": 2,
            "municipality": "GM0228",
            "capacity": PLACES,
            "created_at": now,
            "joining_until": now + timedelta(hours=12),
        }
        made = insert(SchoolClass).values(row).returning(SchoolClass.id, SchoolClass.code)
        with self.services.database.writing() as session:
            number, code = session.execute(made).one()
        return number, code

    def attempt_of(self, cookie: str) -> int:
        """The attempt that a browser with this cookie is busy with: we have the key."""
        signed = cookie.partition("=")[2]
        return int(self._signer().loads(signed)["attempt"])

    def cookie(self, **values: object) -> str:
        """The cookie of a browser whose session holds these values: we have the key."""
        session = SecureCookieSession({RENEWED: int(time()), **values})
        session.permanent = True
        return f"{self.app.config['SESSION_COOKIE_NAME']}={self._signer().dumps(dict(session))}"

    def _signer(self) -> Any:
        return self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]

    def cookie_of(self, person: Staff) -> str:
        """The cookie of a browser in which this member of staff is signed in."""
        now = int(time())
        keys = {ACCOUNT: person.fs_uniquifier, STAFF_SINCE: now, STAFF_SEEN: now}
        return self.cookie(**keys)


@contextmanager
def place(database_url: str | None = None) -> Iterator[Place]:
    """Make one, with SQLite in a temporary folder or an empty database; it is gone afterwards.

    Raises NotEmpty for a database that holds attempts; what we put there stays there.
    """
    with TemporaryDirectory(prefix="quiz-bench-") as name:
        environment = {
            "DATA_DIR": name,
            "DATABASE_URL": database_url or "",
            **{key: secrets.token_urlsafe(48) for key in ("SECRET_KEY", "CODE_KEY")},
        }
        settings = Settings.from_environment(environment)
        with closing(Database(settings.database_url)) as database:
            upgrade(database)
            _require_empty(database)
        made = Place(Path(name), environment, create_app(settings))
        try:
            with _without_a_log():
                yield made
        finally:
            made.services.database.close()


@contextmanager
def _without_a_log() -> Iterator[None]:
    """Lines of the log go nowhere meanwhile: they would stand between the figures."""
    before = structlog.get_config()
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    try:
        yield
    finally:
        structlog.configure(**before)


def _require_empty(database: Database) -> None:
    with database.reading() as session:
        if session.scalar(select(func.count()).select_from(Attempt)):
            raise NotEmpty("the database holds attempts: give quiz bench an empty one")
