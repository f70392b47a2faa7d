"""Stopping in good order answers who is inside; ending by itself is told to who watches."""

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import granian
import psycopg
import pytest
from click import ClickException

from quiz.cli.serve import run_server
from quiz.server import gateway
from tests import postgres
from tests.faults.browser import Browser, Shown
from tests.faults.conftest import started
from tests.faults.test_two_nodes import WHO
from tests.live_server import Server

AT_ONCE = 4
SECONDS = 30.0
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
HOLDING = "LOCK TABLE attempt IN ACCESS EXCLUSIVE MODE"


@pytest.fixture
def node(postgres_url: str, tmp_path: Path) -> Iterator[Server]:
    with postgres.empty_database(postgres_url) as url:
        yield from started(Server(tmp_path, DATABASE_URL=url))


@contextmanager
def held(node: Server) -> Iterator[psycopg.Connection]:
    """Nobody can start until this ends."""
    with psycopg.connect(node.settings["DATABASE_URL"]) as connection:
        connection.execute(HOLDING.encode())
        yield connection


def wait_until_inside(connection: psycopg.Connection) -> None:
    """Until all of them wait for us, each in the middle of a request."""
    end = time.monotonic() + SECONDS
    while connection.execute(WAITING.encode()).fetchall() != [(AT_ONCE,)]:
        assert time.monotonic() < end
        time.sleep(0.05)
        connection.execute(b"SELECT pg_stat_clear_snapshot()")


def test_who_is_in_the_middle_of_a_request_gets_the_answer(node: Server) -> None:
    pupils = [Browser() for _pupil in range(AT_ONCE)]
    pages = [pupil.get(node, "/start") for pupil in pupils]

    def send(pupil: Browser, page: Shown) -> int:
        return pupil.send(node, page, **WHO)

    with ThreadPoolExecutor(AT_ONCE) as threads, held(node) as connection:
        answers = [threads.submit(send, *each) for each in zip(pupils, pages, strict=True)]
        wait_until_inside(connection)
        os.kill(node.process, signal.SIGTERM)
        time.sleep(0.2)
        connection.rollback()
        assert [answer.result() for answer in answers] == [303] * AT_ONCE
    assert node.wait() == 0
    assert "Traceback" not in node.log
    with psycopg.connect(node.settings["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT count(*) FROM attempt").fetchall() == [(AT_ONCE,)]


@pytest.mark.parametrize(("told", "ends_well"), [(True, True), (False, False)])
def test_a_server_that_ends_by_itself_ends_with_an_error(
    monkeypatch: pytest.MonkeyPatch, told: bool, ends_well: bool
) -> None:
    """So that systemd, or whoever watches, starts it again."""

    class Ended:
        interrupt_signal = told

        def __init__(self, *_words: object, **_options: object) -> None:
            """Any server."""

        def serve(self) -> None:
            """It is over at once."""

    monkeypatch.setattr(granian, "Granian", Ended)
    monkeypatch.setattr(gateway, "make_app", lambda: None)
    if ends_well:
        run_server("127.0.0.1", 8000, 1)
    else:
        with pytest.raises(ClickException, match="ended by itself"):
            run_server("127.0.0.1", 8000, 1)
