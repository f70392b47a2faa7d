"""Sends every form and button of staff as every visitor, and sees whether anything was changed."""

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from types import ModuleType

from flask import Flask
from sqlalchemy import insert, select, update

from quiz.blueprints.accounts import second_step
from quiz.domain.codes.digests import code_digest
from quiz.domain.codes.share_codes import new_share_code
from quiz.storage.tables.share import AgreedStep, ShareCode
from quiz.storage.tables.staff import Staff, StaffIdentity
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from quiz.usecases.staff.hashing import hash_password
from tests.blueprints.accounts.people import PASSWORD
from tests.conftest import services_of
from tests.counting import forget_counts
from tests.house.access_world import VISITORS, World, make_world
from tests.house.region_row import ITEM_FORMS, change_moba, moba, stand_of_draft
from tests.security.walking import address, browser, token
from tests.usecases.attempts.pupils import everything_stored, state_of, walk

FILE = Path(__file__).with_name("actions.txt")
STAFF = [who for who in VISITORS if who not in ("stranger", "pupil", "pupil-2")]
CODE = new_share_code(Random(1))  # noqa: S311


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    rule: str
    action: str
    thing: str
    proof: str
    done_by: frozenset[str]


def lines() -> Iterator[Line]:
    """The committed table."""
    for text in FILE.read_text(encoding="utf-8").splitlines():
        if not text.startswith("#"):
            rule, action, thing, proof, *who = text.split()
            named = STAFF if who == ["staff"] else [] if who == ["nobody"] else who
            yield Line(rule, action, thing, proof, frozenset(named))


def actions_of(module: ModuleType) -> set[str]:
    """The values of `action` that a module of views knows: compared with, or looked up."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Compare) and "action" in ast.unparse(node.left):
            each = (part for right in node.comparators for part in ast.walk(right))
            found |= {part.value for part in each if isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            known = getattr(module, ast.unparse(node.func.value), None)
            if isinstance(known, dict) and "action" in "".join(map(ast.unparse, node.args)):
                found |= set(known)
    return {str(value) for value in found}


def staff_posts(app: Flask) -> Iterator[tuple[str, ModuleType]]:
    """Every form of staff, with the module of its view."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        audience = view.__dict__.get("audience", "anyone")
        if "POST" in (rule.methods or ()) and audience not in ("anyone", "pupil"):
            yield rule.rule, sys.modules[view.__module__]


class Stage:
    """A world in which everything of the table can be done; made anew once something was."""

    def __init__(self, app: Flask) -> None:
        self._app, self._services = app, services_of(app)
        self._hash = hash_password(self._services.code_key, PASSWORD)
        with app.app_context():
            self._secret = second_step.new_secret()
        self._prepared: tuple[bool, bool, bool] | None = None
        self._world = World({}, {})

    def who_can(self, line: Line) -> set[str]:
        """Who changes something by it."""
        return {who for who in VISITORS if self._changes(line, who)}

    def _changes(self, line: Line, who: str) -> bool:
        with_code, with_result = line.rule != "/account/code", line.action == "add"
        wanted = with_code, with_result, line.rule.endswith("/terug")
        if self._prepared != wanted:
            self._prepare(*wanted)
        forget_counts(self._app)  # of a wrong password, which changes nothing else
        before = everything_stored(self._services.database)
        client = browser(self._app, self._world, who)
        path = address(self._world_of(line, who), line.rule)
        answer = client.post(path, data={**self._fields(line), "csrf_token": token(self._app)})
        assert answer.status_code < 500, (line, who)
        forget_counts(self._app)
        changed = everything_stored(self._services.database) != before
        if changed:
            self._prepared = None
        return changed

    def _world_of(self, line: Line, who: str) -> World:
        """With the number of this visitor, where the line is about oneself."""
        if line.thing != "own" or who not in STAFF:
            return self._world
        with self._services.database.reading() as session:
            own = session.scalar(select(Staff.id).where(Staff.email == f"{who}@een.example"))
        return replace(self._world, parts={**self._world.parts, "staff_id": own or 0})

    def _prepare(self, with_second_step: bool, with_result: bool, with_change: bool) -> None:
        self._world, services = make_world(self._services), self._services
        for number, who in enumerate(STAFF, start=1):
            own = {"staff_session": number, "new_second_step": self._secret}
            self._world.sessions[who] |= own
        self._link_school_accounts()
        pupil = int(str(self._world.sessions["pupil"]["attempt"]))
        if with_result:
            walk(services, pupil)
        self._nickname = state_of(services, pupil).nickname
        agree_step(services, pupil, AgreedStepDraft("event", f"{services.today():%Y-%m}"))
        secret = self._secret if with_second_step else None
        with services.database.writing() as session:
            session.execute(update(Staff).values(password=self._hash, tf_totp_secret=secret))
            session.execute(insert(ShareCode).values(_share_code(services, pupil)))
            self._step = str(session.scalars(select(AgreedStep.id)).one())
        self._row, self._digest = change_moba(services) if with_change else moba()
        self._stand = stand_of_draft(services, int(self._world.parts["draft_id"]))
        self._prepared = with_second_step, with_result, with_change

    def _link_school_accounts(self) -> None:
        """Everybody has one linked, and came back from another provider to link that."""
        now, came_back = self._services.clock(), self._services.seconds()
        with self._services.database.writing() as session:
            for row in session.scalars(select(Staff)):
                subject = row.id.to_bytes(32, "big")
                own = {"staff_id": row.id, "school_id": row.school_id, "created_at": now}
                session.add(StaffIdentity(**own, provider="school", subject=subject))
                other = subject[::-1].hex()
                proven = {"school_account": ["ander", other, f"account:{row.id}", came_back]}
                self._world.sessions[row.email.partition("@")[0]] |= proven

    def _fields(self, line: Line) -> dict[str, object]:
        """What the form of this line needs to be right, and the proof."""
        proof = set(line.proof.split("+"))
        fields = {} if line.action == "-" else {"action": line.action}
        if proof & {"password", "wrong"}:
            fields["present"] = PASSWORD if "password" in proof else "geraden wachtwoord"
        if "digits" in proof:
            with self._app.app_context():
                fields["code"] = second_step.on_phone(self._secret).generate().token
        colleague = "shared_id" if line.action == "remove" else "colleague_id"
        right: dict[str, dict[str, object]] = {
            "/account": {"password": "een heel nieuwe zin"},
            "/account/ontkoppelen": {"provider": "school"},
            "/collegas": {"email": "erbij@een.example", "roles": "teacher"},
            "/collegas/extra-stap": {"asked": "counsellor"},
            "/collegas/plaats": {"place": "Ede"},
            "/collegas/uitnodigen": {"people": "erbij@een.example", "roles": "teacher"},
            "/gesprekken": {"code": CODE},
            "/klassen/nieuw": {"name": "3A", "school_type": "havo", "year": "3"},
            "/klassen/<int:class_id>/les": {"minuten": "25", "stap": "1"},
            "/klassen/<int:class_id>/ontkoppelen": {"naam": self._nickname},
            "/klassen/<int:class_id>/voortgang": {"size": "26"},
            "/collegas/klassen/<int:class_id>": {"collega": self._world.parts[colleague]},
            "/klassen/<int:class_id>/samen": {"collega": self._world.parts[colleague]},
            "/klassen/<int:class_id>/wijzig": {"name": "3A", "school_type": "havo", "year": "3"},
            "/klassen/<int:class_id>/wissen": {"zeker": "ja"},
            "/regio/aanbod/<kind>/<key>": {**self._row, "name": "Anders"},
            "/regio/import": {"kind": "bedrijf", "file": (BytesIO(b"name\nx\n"), "x.csv")},
            "/regio/import/<int:draft_id>": {"rij": "2", "stand": self._stand},
            "/regio/nakijken": {"rij": f"bedrijf/moba/{self._digest}"},
            "/regio/nieuw/<kind>": {**self._row, "name": "Nieuw"},
            **ITEM_FORMS,
        }
        month = f"{self._services.today():%Y-%m}"
        step = {"step": self._step, "kind": "visit", "month": month, "weg": "visit", "maand": month}
        roles = {"roles": "admin"} if line.action == "roles" else {}
        fields |= {"digest": self._digest, "version": "2"}
        return {**fields, **roles, **step, **right.get(line.rule, {})}


def _share_code(services: Services, attempt_id: int) -> dict[str, object]:
    expires = services.clock() + timedelta(minutes=20)
    digest = code_digest(services.code_key, "share", CODE)
    return {"attempt_id": attempt_id, "digest": digest, "expires_at": expires}
