"""Several workers with nothing but a database are one quiz, whatever happens to one of them."""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import select

from quiz.domain.bank.load import load_bank
from quiz.storage.database import Database
from quiz.storage.tables.wrong_count import WrongCount
from tests.conftest import ENGINES
from tests.faults.browser import Browser
from tests.faults.conftest import serving
from tests.faults.kills import compare, database_url
from tests.faults.load import Load
from tests.faults.stored import stored
from tests.faults.watching import health_at
from tests.live_server import Server
from tests.web.test_live_catalogue import load_small

WORKERS, AT_ONCE = 3, 30
SECONDS = 30.0
TEACHER = "docent@planeet.example"


@pytest.fixture(scope="module", params=ENGINES)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    yield from serving(request, tmp_path_factory.mktemp("workers"), WORKERS)


@pytest.fixture
def database(server: Server) -> Iterator[Database]:
    with closing(Database(database_url(server))) as database:
        yield database


def counted(database: Database) -> Counter[int]:
    """How many counts stand at which number."""
    with database.reading() as session:
        return Counter(session.scalars(select(WrongCount.times)))


def at_once(server: Server, path: str, browsers: list[Browser], **fields: str) -> Counter[int]:
    """All of them open a page, and send it with these fields at the same instant."""
    pages = [browser.get(server, path) for browser in browsers]
    ready = Barrier(len(browsers))

    def send(number: int) -> int:
        ready.wait()
        return browsers[number].send(server, pages[number], **fields)

    with ThreadPoolExecutor(len(browsers)) as threads:
        return Counter(threads.map(send, range(len(browsers))))


def test_thirty_who_guess_at_the_same_instant_are_thirty(
    server: Server, database: Database
) -> None:
    before = counted(database)
    pupils = [Browser() for _pupil in range(AT_ONCE)]
    assert at_once(server, "/meedoen", pupils, code="CCC 333") == {422: AT_ONCE}
    new = counted(database) - before
    assert new == {1: AT_ONCE, AT_ONCE: 2}, "each browser, their address, and everybody"


def test_of_thirty_wrong_passwords_at_the_same_instant_ten_are_looked_at(server: Server) -> None:
    browsers = [Browser() for _browser in range(AT_ONCE)]
    words = {"email": TEACHER, "password": "dat weet ik niet"}
    assert at_once(server, "/inloggen", browsers, **words) == {422: 10, 429: AT_ONCE - 10}


def test_who_guesses_waits_at_every_worker(server: Server) -> None:
    guesser = Browser()
    page = guesser.get(server, "/meedoen")
    said = [guesser.send(server, page, code="CCC 333") for _guess in range(10 + 3 * WORKERS)]
    assert said == [422] * 10 + [429] * 3 * WORKERS


def test_another_catalogue_is_seen_at_every_worker(
    server: Server, database: Database, tmp_path: Path
) -> None:
    world = load_bank().worlds[0]

    def shown() -> set[str]:
        """The versions that are in use, each worker having been asked for a page of it."""
        looks = 10 * WORKERS
        assert {Browser().get(server, f"/werelden/{world}").status for _look in range(looks)} == {
            200
        }
        return {str(health_at(server.address)[1]["catalogue"]) for _look in range(looks)}

    (before,) = shown()
    load_small(database, tmp_path)
    (after,) = shown()
    assert before != after


def test_who_dies_is_replaced_and_the_others_go_on(server: Server) -> None:
    before = stored(database_url(server)).attempts
    load = Load([server.address], at_once=4)
    load.wait_for(forms=25)
    one, *others = server.workers
    os.kill(one, signal.SIGKILL)
    load.wait_for(forms=25)
    end = time.monotonic() + SECONDS
    while len(server.workers) < WORKERS or one in server.workers:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert set(others) < set(server.workers)
    load.finish()
    tally = compare(server, load.robots, before)
    assert (tally.lost, tally.double) == (0, 0)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_a_stop_end_all_of_them_in_good_order(
    tmp_path: Path, how: signal.Signals
) -> None:
    """Ctrl-C in a terminal reaches every process of the program, a stop the main one."""
    server = Server(tmp_path, WORKERS)
    server.start()
    all_of_them = [server.process, *server.workers]
    assert len(all_of_them) == 1 + WORKERS
    tell = os.killpg if how == signal.SIGINT else os.kill
    tell(server.process, how)
    assert server.wait() == 0
    assert [pid for pid in all_of_them if Path(f"/proc/{pid}").exists()] == []
    assert "Traceback" not in server.log


def test_what_stops_the_start_is_said_once_and_no_worker_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(tmp_path, WORKERS)
    server.start()
    server.stop()
    said = len(server.log)
    monkeypatch.setitem(server.settings, "TIME_ZONE", "the moon")
    with pytest.raises(RuntimeError):
        server.start()
    assert server.log[said:].count("TIME_ZONE") == 1
    assert "worker" not in server.log[said:]
