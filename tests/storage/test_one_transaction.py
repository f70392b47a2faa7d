"""A page is read in one transaction, so that all of it is of one moment and asks the database once.

Nobody keeps a transaction open while writing, or while a password is hashed or a page is set for
print: a pupil's answer would have to wait, and would not be seen.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
from typing import Any

import argon2.low_level
import pytest
import typst
from flask import Flask

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.storage.catalogue_rows import CatalogueAt
from quiz.storage.database import Database
from quiz.storage.tables.school import School
from quiz.usecases.services import Services
from quiz.web.live_catalogue import LiveCatalogue
from quiz.web.runtime import catalogue
from tests.asked import Asked, asked
from tests.blueprints.accounts.people import PASSWORD, TEACHER, make_person, press, sign_in
from tests.storage.openers import browsers
from tests.storage.pages import costs
from tests.visitor import Visitor

# Of a demonstration only; and with a provider of school accounts, of which there is none here:
# tests/sign_on opens those.
NOT_OPENED_HERE = {
    "/static/<path:filename>",
    "/demonstratie",
    "/inloggen/school/<provider>",
    "/inloggen/school/<provider>/terug",
    "/account/koppelen",
    "/wachtwoord/<token>/koppelen",
}


def test_every_page_is_read_in_one_transaction(clean_app: Flask, services: Services) -> None:
    visitors, parts = browsers(clean_app, services)
    too_much = []
    for cost in costs():
        client, path = visitors[cost.who].client, cost.page.format(**parts)
        client.get(path)  # the first time something may be made that stays
        with asked(services.database) as heard:
            assert client.get(path).status_code in {200, 303}, path
        assert heard.open == 0, path
        assert heard.most_open <= 1, path
        if heard.begun != cost.transactions or len(heard.statements) > cost.statements:
            too_much.append(f"{cost.who} {heard.begun} {len(heard.statements)} {cost.page}")
    assert not too_much, "in more transactions or statements than tests/storage/pages.py allows"


def test_every_page_has_its_cost(clean_app: Flask) -> None:
    pages = {rule.rule for rule in clean_app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    addresses = clean_app.url_map.bind("localhost")
    numbers = [
        "class_id",
        "other_id",
        "new_id",
        "staff_id",
        "share_id",
        "asked_id",
        "draft_id",
        "item_id",
    ]
    parts = dict.fromkeys(numbers, 1) | {"code": "HJM479", "world": "water", "token": "x"}
    told = set()
    for cost in costs():
        path = cost.page.partition("?")[0].format(**parts)
        rule, _values = addresses.match(path, return_rule=True)
        told.add(rule.rule)
    assert pages - told == NOT_OPENED_HERE


def test_what_is_read_after_a_change_knows_the_change(database: Database) -> None:
    def schools() -> list[str]:
        return [school.name for school in database.session.query(School)]

    with asked(database) as heard:
        assert schools() == []
        for name in ("Een", "Twee"):
            with database.writing() as session:
                session.add(School(name=name))
            assert name in schools()
    assert heard.most_open == 1


def test_nobody_reads_on_while_something_is_written(clean_app: Flask, services: Services) -> None:
    make_person(clean_app, TEACHER, "teacher")
    pupil, teacher = Visitor(clean_app), Visitor(clean_app)
    with asked(services.database) as heard:
        pupil.walk_to_result("/start")
        press(pupil, "/delen", "/delen", action="make")
        press(pupil, "/resultaat", "/opnieuw", school_type="havo", year="3")
        sign_in(teacher, TEACHER)
        teacher.submit(teacher.get("/klassen/nieuw"), name="2B", school_type="havo")
        press(teacher, "/account", "/account", present=PASSWORD, password="een heel nieuwe zin")
    assert heard.most_open == 1
    assert heard.open == 0


@pytest.fixture
def slow_work(monkeypatch: pytest.MonkeyPatch, database: Database) -> Iterator[list[int]]:
    """How many transactions were open each time that slow work began."""
    seen: list[int] = []
    with asked(database) as heard:
        monkeypatch.setattr(typst, "compile", partial(_noting, heard, seen, typst.compile))
        library = _Noted(vars(argon2.low_level)["lib"], heard, seen)
        monkeypatch.setattr("argon2.low_level.lib", library)
        yield seen


def _noting(heard: Asked, seen: list[int], work: Any, *about: Any, **more: Any) -> Any:
    seen.append(heard.open)
    return work(*about, **more)


class _Noted:
    """The library that hashes passwords, noting each time that it is asked to."""

    def __init__(self, library: Any, heard: Asked, seen: list[int]) -> None:
        self._library, self._heard, self._seen = library, heard, seen

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._library, name)
        hashes = name in {"argon2_hash", "argon2_verify", "argon2_ctx"}
        return partial(_noting, self._heard, self._seen, found) if hashes else found


def test_no_transaction_waits_for_a_password(
    clean_app: Flask, visitor: Visitor, slow_work: list[int]
) -> None:
    make_person(clean_app, TEACHER, "teacher")
    slow_work.clear()  # it hashed inside the transaction that made the account
    sign_in(visitor, TEACHER, "een verkeerde zin")
    sign_in(visitor, TEACHER)
    password = "een heel nieuwe zin"
    press(visitor, "/account", "/account", present=PASSWORD, password=password)
    press(visitor, "/account", "/account/code/uit", present=password)
    press(visitor, "/account/code", "/account/code", present=password, code="123456")
    assert len(slow_work) >= 7
    assert set(slow_work) == {0}


def test_no_transaction_waits_for_paper(
    clean_app: Flask, services: Services, slow_work: list[int]
) -> None:
    visitors, parts = browsers(clean_app, services)
    files = [cost for cost in costs() if ".pdf" in cost.page and cost.who != "stranger"]
    for cost in files:
        visitors[cost.who].client.get(cost.page.format(**parts))
    assert slow_work == [0] * len(files)


def test_everything_on_a_page_comes_from_one_catalogue(
    clean_app: Flask, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitors, parts = browsers(clean_app, services)
    with clean_app.app_context():
        real = catalogue()
    versions = cycle([_renamed(real, "voor"), _renamed(real, "na")])
    monkeypatch.setattr(LiveCatalogue, "at", lambda *_asked: CatalogueAt(1, next(versions)))
    for who, page in (("pupil", "/resultaat"), ("counsellor", "/gesprekken/{share_id}")):
        shown = visitors[who].client.get(page.format(**parts)).text
        assert ("(voor)" in shown) != ("(na)" in shown), page


def _renamed(found: Catalogue, mark: str) -> Catalogue:
    """The same catalogue at another moment: every company has this mark behind its name."""
    companies = {
        key: replace(company, name=f"{company.name} ({mark})")
        for key, company in found.companies.items()
    }
    return replace(found, companies=companies)
