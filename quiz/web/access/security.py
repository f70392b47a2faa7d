"""Flask-Security, without its pages and without what it adds to every request.

It keeps the accounts: hashing with Argon2, finding who is signed in, signing in and out. Its own
routes, texts and templates are not registered; our room `accounts` has them. What it adds to each
request (remember-me, identities, a variable in templates) is taken off again: we use none of it,
and a pupil's page must not pay for it. Who may enter is decided in quiz/web/access/audiences.py.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

from flask import Flask
from flask_security import Security, SQLAlchemySessionUserDatastore
from sqlalchemy.orm import Session
from werkzeug.local import LocalProxy

from quiz.config import Settings
from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.staff import Role, Staff
from quiz.web.hooks import without_hooks
from quiz.web.runtime import services

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 128
# OWASP's setting for Argon2id with 19 MiB, twice: four threads still fit on a small server.
ARGON2 = {"argon2__memory_cost": 19 * 1024, "argon2__time_cost": 2, "argon2__parallelism": 1}
_session: ContextVar[Session] = ContextVar("the session in which Flask-Security works")


def install(app: Flask, settings: Settings) -> None:
    """Bind Flask-Security to the app and leave every request as it was."""
    app.config.update(_configuration(settings.code_key.encode()))
    store = SQLAlchemySessionUserDatastore(
        cast("Any", LocalProxy(_session)), cast("Any", Staff), cast("Any", Role)
    )
    with without_hooks(app):
        security = Security(app, store, register_blueprint=False)
    app.jinja_env.globals.pop("_fsdomain")  # the words of its own templates

    def find(uniquifier: str) -> Staff | None:
        with services().database.reading() as session, working_in(session):
            person = store.find_user(fs_uniquifier=uniquifier)
        return person if isinstance(person, Staff) and person.active else None

    security.login_manager.user_loader(find)
    security.login_manager.request_loader(lambda _request: None)  # a cookie, never a token


@contextmanager
def working_in(session: Session) -> Iterator[None]:
    """Let Flask-Security read and write in this session; who opened it commits."""
    token = _session.set(session)
    try:
        yield
    finally:
        _session.reset(token)


def normal_password(password: str) -> str:
    """The same letters typed on another keyboard are the same password."""
    return unicodedata.normalize("NFKD", password)


def derived_key(code_key: bytes, purpose: str) -> str:
    """A key of its own for each purpose (64 hex digits); who keeps CODE_KEY keeps them all."""
    return code_digest(code_key, "key", purpose).hex()


def _configuration(code_key: bytes) -> dict[str, object]:
    return {
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SALT": derived_key(code_key, "staff passwords"),
        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": ARGON2,
        "SECURITY_PASSWORD_LENGTH_MIN": SHORTEST_PASSWORD,
        "SECURITY_JOIN_USER_ROLES": False,  # our model loads them itself
        "SECURITY_USE_REGISTER_V2": True,  # only to silence: nobody registers here
        "SECURITY_CLI_USERS_NAME": None,
        "SECURITY_CLI_ROLES_NAME": None,
        "SESSION_PROTECTION": None,  # a laptop that changes network stays signed in
    }
