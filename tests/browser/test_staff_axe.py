"""axe finds nothing to say about any page of staff, in both languages, by day and by night."""

import pytest

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.staff_tour import staff_tour
from tests.browser.test_axe import SCHEMES, _findings
from tests.server import Server

LOOKS = [pytest.param("nl", PHONE, id="nl-phone"), pytest.param("en", LAPTOP, id="en-laptop")]


@pytest.mark.parametrize(("language", "size"), LOOKS)
def test_axe_finds_nothing_on_any_page_of_staff(
    own_server: Server, open_page: OpenPage, language: str, size: Options
) -> None:
    page = open_page(own_server, reduced_motion="reduce", **size)
    found: list[str] = []
    for name in staff_tour(page, own_server, language):
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{name} ({scheme}) {finding}" for finding in _findings(page)]
        assert not page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        ), f"{name} scrolls sideways"
    assert not found, "\n".join(found)
