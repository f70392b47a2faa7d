"""A real browser before a real server. Nothing may go wrong out of sight."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import chromium
from tests.browser.pupil import Pupil
from tests.browser.spare_server import SpareServer
from tests.live_server import Server


class OpenPage(Protocol):
    """Opens an empty page in a browser with its own cookies."""

    def __call__(self, server: Server, expecting: int = 0, **options: Any) -> Page:
        """The page; `expecting` is a status that scripts may get; options are Playwright's.

        Nothing moves unless they say so: every picture in between would be drawn as well.
        """


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no worker has it left when the others are done."""
    items.sort(key=lambda item: "browser/test_every_page.py" not in item.nodeid)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is missing: scripts/prepare-tests.sh should have installed it")
        pytest.skip("CHROMIUM IS NOT INSTALLED: no test in a real browser was run")
    expect.set_options(timeout=chromium.PATIENCE_MS)
    with chromium.running(path) as browser:
        yield browser


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave it as it was."""
    yield from _serving(tmp_path_factory.mktemp("server"))


@pytest.fixture(scope="session")
def spare_servers() -> Iterator[list[SpareServer]]:
    """Servers that wait for a test that wants one of its own; one for each worker is enough."""
    waiting: list[SpareServer] = []
    yield waiting
    for spare in waiting:
        spare.server.stop()


@pytest.fixture
def own_server(
    spare_servers: list[SpareServer], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server for this test alone, which may also kill it: its data are as they began."""
    if not spare_servers:
        spare_servers.append(SpareServer(tmp_path_factory.mktemp("own-server")))
    spare = spare_servers.pop()
    yield spare.server
    if spare.is_as_it_began():
        spare_servers.append(spare)
    else:
        spare.server.stop()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages, and afterwards fails the test for every problem out of sight."""
    opened = []

    def open_one(server: Server, expecting: int = 0, **options: Any) -> Page:
        context = browser.new_context(base_url=server.url, **{**chromium.STILL, **options})
        context.set_default_timeout(chromium.PATIENCE_MS)
        opened.append((context, chromium.Watch(context, server.url, expecting)))
        return context.new_page()

    yield open_one
    for context, _watch in opened:
        context.close()
    assert [problem for _context, watch in opened for problem in watch.problems] == []


def _serving(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def context(browser: Browser, own_server: Server) -> Iterator[BrowserContext]:
    """A browser in which one pupil started."""
    context = browser.new_context(base_url=own_server.url, **chromium.STILL, **chromium.PHONE)
    Pupil(context.new_page()).begin()
    yield context
    context.close()
