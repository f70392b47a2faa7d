"""Signing in with the school's account in a real browser: each page before every judge.

A browser goes to another website here, on purpose; so these tests open their own pages.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.browser.axe import LOOKS
from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.judges import judge
from tests.browser.school_account_tour import school_account_tour, settings_of
from tests.live_server import Server
from tests.sign_on.provider import MARKER, Provider, running

PAGES = 21


@pytest.fixture
def providers() -> Iterator[tuple[Provider, Provider]]:
    with running() as school, running() as entree:
        yield school, entree


@pytest.fixture
def school_server(tmp_path: Path, providers: tuple[Provider, Provider]) -> Iterator[Server]:
    """A demonstration with both providers."""
    server = Server(tmp_path / "data", SSO_FILE=str(settings_of(tmp_path, *providers)))
    server.settings["BASE_URL"] = server.url
    (tmp_path / "data").mkdir()
    server.start()
    yield server
    server.stop()


@contextmanager
def opened(browser: Browser, server: Server, **options: object) -> Iterator[Page]:
    """A page in which nothing goes wrong out of sight; of elsewhere nothing but a provider."""
    context = browser.new_context(base_url=server.url, **{**chromium.STILL, **options})
    context.set_default_timeout(chromium.PATIENCE_MS)
    watch = chromium.Watch(context, server.url)
    yield context.new_page()
    context.close()
    elsewhere = "a request elsewhere: http://127.0.0.1:"
    assert [one for one in watch.problems if not one.startswith(elsewhere)] == []


@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_every_judge_is_content_with_every_page(
    browser: Browser,
    school_server: Server,
    providers: tuple[Provider, Provider],
    language: str,
    size: Options,
) -> None:
    wrong: list[str] = []
    names: list[str] = []
    with opened(browser, school_server, **size) as page:
        for name in school_account_tour(page, school_server, providers, language):
            assert MARKER not in page.content(), name
            wrong += judge(page, name)
            names.append(name)
    assert not wrong, "\n".join(wrong)
    assert len(set(names)) == PAGES


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_it_all_works_without_scripts(
    browser: Browser, school_server: Server, providers: tuple[Provider, Provider], size: Options
) -> None:
    options = {**size, "java_script_enabled": False}
    with opened(browser, school_server, **options) as page:
        names = list(school_account_tour(page, school_server, providers, "nl"))
    assert len(set(names)) == PAGES
