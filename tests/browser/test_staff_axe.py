"""axe finds nothing to say about any page of staff, and nothing lies over what can be pressed."""

import pytest

from tests.browser.axe import LOOKS, by_day_and_by_night, scrolls_sideways
from tests.browser.chromium import Options
from tests.browser.conftest import OpenPage
from tests.browser.reach import covered
from tests.browser.staff_tour import staff_tour
from tests.live_server import Server


@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_axe_finds_nothing_on_any_page_of_staff(
    own_server: Server, open_page: OpenPage, language: str, size: Options
) -> None:
    page = open_page(own_server, reduced_motion="reduce", **size)
    found: list[str] = []
    for name in staff_tour(page, own_server, language):
        found += by_day_and_by_night(page, name)
        assert not scrolls_sideways(page), f"{name} scrolls sideways"
        found += [f"{name}: {what}" for what in covered(page)]
    assert not found, "\n".join(found)
