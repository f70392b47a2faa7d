"""Providers that hang or die at one step, and teachers who sign in with them on a real server."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import requests

from tests.live_server import Server
from tests.sign_on.provider import Provider, running
from tests.sign_on.settings import written

DISCOVERY, KEYS, TOKEN = "/.well-known/openid-configuration", "/keys", "/token"
HANGS = (DISCOVERY, KEYS, TOKEN)
LONGEST = 60.0  # seconds, far above what we wait for a provider


@dataclass
class Failing:
    """A provider that goes wrong at one step. `number`: which it is in the settings."""

    number: int
    provider: Provider
    ends: ExitStack
    released: Event = field(default_factory=Event)

    @property
    def start(self) -> str:
        """Where a teacher begins."""
        return "/inloggen/school/" + ("school" if self.number == 1 else f"school-{self.number}")

    def hang_at(self, step: str) -> None:
        """Take a question there, and say nothing to it."""
        self.provider.trouble[step] = lambda _handler: self.released.wait(LONGEST)

    def die(self) -> None:
        """Its process is gone: nobody answers any more."""
        self.ends.close()


@contextmanager
def failing_providers(count: int) -> Iterator[list[Failing]]:
    """So many, each of which does all well by itself; what hangs is let go at the end."""
    found: list[Failing] = []
    try:
        for number in range(1, count + 1):
            ends = ExitStack()
            found.append(Failing(number, ends.enter_context(running()), ends))
        yield found
    finally:
        for each in found:
            each.released.set()
            each.die()


@contextmanager
def serving(folder: Path, providers: list[Failing]) -> Iterator[Server]:
    """A real server, in processes of its own, to which staff sign in with these."""
    file = written(folder, *(each.provider for each in providers))
    server = Server(folder / "data", SSO_FILE=str(file))
    server.settings["BASE_URL"] = server.url
    (folder / "data").mkdir()
    server.start()
    try:
        yield server
    finally:
        server.stop()


def sign_in(server: Server, failing: Failing, on_the_way: Callable[[], None]) -> tuple[int, str]:
    """There and back again: the status and the page that a teacher ends with."""
    with requests.Session() as line:
        answer = line.get(server.url + failing.start, allow_redirects=False, timeout=LONGEST)
        if answer.status_code == 302:
            way_back = failing.provider.authorize(urlsplit(answer.headers["Location"]).query)
            on_the_way()
            answer = line.get(way_back, allow_redirects=False, timeout=LONGEST)
        return answer.status_code, answer.text


@contextmanager
def teachers(
    server: Server, failing: Failing, on_the_way: Callable[[], None] = lambda: None, count: int = 2
) -> Iterator[list["Future[tuple[int, str]]"]]:
    """So many who sign in at the same time, while the block goes on."""
    with ThreadPoolExecutor(count) as threads:
        work: Any = (server, failing, on_the_way)
        yield [threads.submit(sign_in, *work) for _each in range(count)]
