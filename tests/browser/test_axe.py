"""axe finds nothing to say about any page: in both languages, by day and by night."""

import pytest

from tests.browser.axe import LOOKS, by_day_and_by_night
from tests.browser.chromium import Options
from tests.browser.conftest import OpenPage
from tests.browser.tour import tour
from tests.live_server import Server


@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    own_server: Server, open_page: OpenPage, language: str, size: Options
) -> None:
    page = open_page(own_server, reduced_motion="reduce", **size)
    found: list[str] = []
    for name in tour(page, own_server, language):
        found += by_day_and_by_night(page, name)
    assert not found, "\n".join(found)
