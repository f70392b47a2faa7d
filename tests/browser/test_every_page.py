"""Every page that anybody can meet, in both languages, before every judge."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.axe import LOOKS
from tests.browser.chromium import Options
from tests.browser.conftest import OpenPage
from tests.browser.judges import judge
from tests.browser.staff_tour import staff_tour
from tests.browser.tour import tour
from tests.live_server import Server

Tour = Callable[[Page, Server, str], Iterator[str]]


@pytest.mark.parametrize("walk", [tour, staff_tour], ids=["pupil", "staff"])
@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_every_judge_is_content_with_every_page(
    own_server: Server, open_page: OpenPage, language: str, size: Options, walk: Tour
) -> None:
    page = open_page(own_server, **size)
    wrong: list[str] = []
    for name in walk(page, own_server, language):
        wrong += judge(page, name)
    assert not wrong, "\n".join(wrong)
