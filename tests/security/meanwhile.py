"""Between looking at a proof and writing what it allows, something else happens, each time."""

from collections.abc import Callable
from functools import partial

from flask import Flask

from tests.blueprints.accounts.people import PASSWORD, person, press
from tests.blueprints.accounts.test_second_step import switch_on
from tests.visitor import Page, Visitor

NEW = "een nieuw wachtwoord"
Act = Callable[[], object]
Between = Callable[..., None]


def new_password(owner: Visitor) -> Page:
    return press(owner, "/account", "/account", present=PASSWORD, password=NEW)


def everywhere_out(owner: Visitor) -> Page:
    return press(owner, "/uitloggen", "/uitloggen", action="everywhere")


def step_off(owner: Visitor) -> Page:
    return press(owner, "/account", "/account/code/uit", present=PASSWORD)


def by_admin(admin: Visitor, number: int, action: str, **fields: str) -> Page:
    path = f"/collegas/{number}"
    return press(admin, path, path, action=action, **fields)


def changes_of(app: Flask, owner: Visitor, admin: Visitor, number: int) -> dict[str, Act]:
    """All that decides who may come in to an account from then on."""
    return {
        "new password": partial(new_password, owner),
        "everywhere out": partial(everywhere_out, owner),
        "second step on": partial(switch_on, app, owner, number),
        "second step off": partial(step_off, owner),
        "without code": partial(by_admin, admin, number, "without-code"),
        "other role": partial(by_admin, admin, number, "roles", roles="counsellor"),
        "closed": partial(by_admin, admin, number, "close"),
    }


def account_of(app: Flask, number: int) -> str:
    """What may be changed of an account."""
    one = person(app, number)
    roles = sorted(role.name for role in one.roles)
    return repr((one.active, one.password, one.tf_totp_secret, one.fs_uniquifier, roles))
