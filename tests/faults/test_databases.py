"""A database that is held, cannot be written, is full or away: said clearly, and it passes."""

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest
from flask import Flask
from sqlalchemy import event

from quiz.lab.bench.robots import Page as Seen
from quiz.lab.bench.robots import Robot, Stuck
from quiz.storage import database as storage
from quiz.storage import embedded
from quiz.storage.database import Database
from tests.conftest import services_of
from tests.faults.stored import acknowledged, attempt_of, stored
from tests.faults.watching import health_at, health_of
from tests.live_server import Server
from tests.own_app import MakeApp
from tests.postgres import Postgres
from tests.visitor import Page, Visitor

NOT_KEPT = "We kunnen nu niets bewaren"


def goes_on(visitor: Visitor, block: Page, app: Flask) -> None:
    """The pupil sends the same page again, and everything is well."""
    page = visitor.answer_all(block, "4")
    assert (page.status, page.text == block.text) == (200, False)
    assert health_of(app)[1]["status"] == "ok"


@contextmanager
def held(database: Database) -> Iterator[None]:
    """Somebody else, outside our program, holds the file."""
    path = database.url.database or ""
    with closing(sqlite3.connect(path, isolation_level=None)) as somebody:
        somebody.execute("BEGIN EXCLUSIVE")
        yield
        somebody.execute("ROLLBACK")


def test_a_file_that_somebody_else_holds(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr(embedded, "SHORT_TIMEOUT_MS", 10)
    app = make_app()
    visitor = Visitor(app)
    block = visitor.begin()
    with held(services_of(app).database):
        assert health_of(app)[1]["database"] == "locked"
        for _try in range(2):
            page = visitor.answer_all(block, "4")
            assert page.status == 503
            assert "Even geduld" in page.text
        status, words = health_of(app)
        assert (status, words["status"], words["database"]) == (503, "down", "locked")
    goes_on(visitor, block, app)


def test_a_file_that_cannot_be_written_can_still_be_read(make_app: MakeApp) -> None:
    app = make_app()
    visitor = Visitor(app)
    block = visitor.begin()
    read_only = True

    def protect(connection: sqlite3.Connection, *_pool: Any) -> None:
        connection.execute(f"PRAGMA query_only={'ON' if read_only else 'OFF'}")

    event.listen(services_of(app).database.engine, "checkout", protect)
    page = visitor.answer_all(block, "4")
    assert page.status == 503
    assert NOT_KEPT in page.text
    assert visitor.get("/vragen").text == block.text
    assert health_of(app) == (503, {**health_of(app)[1], "database": "read-only"})
    read_only = False
    goes_on(visitor, block, app)


def test_a_disk_that_gets_full_is_told_before_it_is_full(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    assert health_of(app)[1]["disk"] == "ok"
    monkeypatch.setattr(storage, "LEAST_ROOM", 10**18)
    status, words = health_of(app)
    assert (status, words["status"], words["disk"]) == (200, "degraded", "nearly full")


def until_refused(robot: Robot) -> Seen:
    """The page with answers that the server did not accept."""
    page = robot.get("/start")
    for _form in range(2000):
        try:
            after = robot.submit(page)
        except Stuck:
            return page
        page = robot.get("/start") if after.path == "/resultaat" else after
    raise AssertionError("the disk never got full")


def test_a_disk_without_room_loses_nothing_and_is_well_when_there_is_room(tmp_path: Path) -> None:
    """The process may not make any file larger: SQLite meets what it meets on a full disk."""
    server = Server(tmp_path)
    server.start()
    try:
        robot = Robot(server.address, Random(5))  # noqa: S311
        robot.walk()
        room = resource.prlimit(server.worker, resource.RLIMIT_FSIZE)
        full = (tmp_path / "quiz.sqlite3-wal").stat().st_size
        resource.prlimit(server.worker, resource.RLIMIT_FSIZE, (full, room[1]))
        page = until_refused(robot)
        status, words = health_at(server.address)
        assert (status, words["status"]) == (503, "down")
        assert words["database"] in {"full", "failing"}
        resource.prlimit(server.worker, resource.RLIMIT_FSIZE, room)
        assert health_at(server.address)[0] == 200
        robot.submit(page)
        robot.walk("/vragen")
        kept = stored(f"sqlite:///{tmp_path}/quiz.sqlite3").answers
        mine = kept[attempt_of(server, robot.cookies)]
        assert mine
        assert mine.items() <= acknowledged(robot.sent).items()
        robot.close()
    finally:
        server.stop()


def test_a_postgresql_that_stops_and_starts_again(
    make_app: MakeApp, own_postgres: Postgres
) -> None:
    app = make_app(DATABASE_URL=own_postgres.url)
    visitor = Visitor(app)
    block = visitor.begin()
    own_postgres.stop()
    for _try in range(2):
        page = visitor.answer_all(block, "4")
        assert page.status == 503
        assert NOT_KEPT in page.text
    status, words = health_of(app)
    assert (status, words["database"]) == (503, "unreachable")
    assert visitor.get("/").status == 200
    own_postgres.start()
    assert health_of(app)[0] == 200
    goes_on(visitor, block, app)


def test_a_postgresql_that_only_lets_us_read(make_app: MakeApp, postgres_url: str) -> None:
    """As a copy does that follows another server, until it takes over."""
    app = make_app(DATABASE_URL=postgres_url)
    visitor = Visitor(app)
    block = visitor.begin()
    for setting, word, status in (("on", "read-only", 503), ("off", "ok", 200)):
        with psycopg.connect(postgres_url, autocommit=True) as connection:
            change = f"ALTER DATABASE postgres SET default_transaction_read_only = {setting}"
            connection.execute("SET default_transaction_read_only = off")
            connection.execute(change.encode())
        services_of(app).database.close()
        assert (health_of(app)[0], health_of(app)[1]["database"]) == (status, word)
        page = visitor.answer_all(block, "4")
        assert (page.status, NOT_KEPT in page.text) == (status, status == 503)
