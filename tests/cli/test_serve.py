"""`quiz serve` starts only when it can serve, and says in one line what to do when it cannot."""

import os
import socket
from collections.abc import Iterator

import pytest
from click.testing import Result

from quiz.cli import serve
from tests.cli.conftest import Quiz, complaint


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """With what the server would have been started."""
    calls: list[tuple[object, ...]] = []
    monkeypatch.setattr(serve, "run_server", lambda *words: calls.append(words))
    return calls


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port on which something listens already."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def refused(result: Result, started: list[tuple[object, ...]]) -> str:
    assert started == []
    return complaint(result)


def test_with_everything_in_place_it_starts_with_a_worker_for_each_core_up_to_four(
    quiz: Quiz,
    started: list[tuple[object, ...]],
    free_port: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quiz("db", "upgrade")
    for cores in (None, 1, 2, 4, 64):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        assert quiz("serve", "--port", str(free_port)).exit_code == 0
    assert started == [("127.0.0.1", free_port, workers) for workers in (1, 1, 2, 4, 4)]


def test_as_many_workers_start_as_are_asked_for_with_nothing_beside_the_database(
    quiz: Quiz, started: list[tuple[object, ...]], free_port: int
) -> None:
    quiz("db", "upgrade")
    assert quiz("serve", "--port", str(free_port), "--workers", "7").exit_code == 0
    assert started == [("127.0.0.1", free_port, 7)]


def test_a_database_that_is_not_up_to_date_says_what_to_run(
    quiz: Quiz, environment: dict[str, str], started: list[tuple[object, ...]], empty_url: str
) -> None:
    environment["DATABASE_URL"] = empty_url
    assert "quiz db upgrade" in refused(quiz("serve"), started)


@pytest.mark.parametrize("name", ["SECRET_KEY", "CODE_KEY"])
def test_it_never_starts_with_a_weak_secret(
    quiz: Quiz, environment: dict[str, str], started: list[tuple[object, ...]], name: str
) -> None:
    quiz("db", "upgrade")
    environment[name] = "geheim"
    line = refused(quiz("serve"), started)
    assert name in line
    assert "geheim" not in line


def test_equal_secrets_do_not_start(
    quiz: Quiz, environment: dict[str, str], started: list[tuple[object, ...]]
) -> None:
    environment["CODE_KEY"] = environment["SECRET_KEY"]
    assert "the same" in refused(quiz("serve"), started)


def test_a_port_that_is_taken_says_so(
    quiz: Quiz, started: list[tuple[object, ...]], taken_port: int
) -> None:
    quiz("db", "upgrade")
    assert f"port {taken_port}" in refused(quiz("serve", "--port", str(taken_port)), started)


@pytest.mark.parametrize(
    "words",
    [
        ("--port", "0"),
        ("--port", "65536"),
        ("--port", "web"),
        ("--workers", "0"),
        ("--workers", "65"),
        ("--colour", "blue"),
        ("now",),
        ("--host", "999.999.999.999"),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    quiz: Quiz, started: list[tuple[object, ...]], words: tuple[str, ...]
) -> None:
    quiz("db", "upgrade")
    refused(quiz("serve", *words), started)
