"""Every page that a coordinator can meet, as a part of the tour of staff."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.live_server import Server

COORDINATOR = "regio@planeet.example"


def coordinator_tour(page: Page, server: Server) -> Iterator[str]:
    """All pages of the room, from signing in to signing out."""
    sign_in(page, server, COORDINATOR)
    yield "regio"
    page.goto("/regio/aanbod?wereld=voeding-natuur&volgorde=-nagekeken")
    yield "regio-aanbod"
    page.goto("/regio/aanbod?zoek=dit-staat-er-niet")
    yield "regio-aanbod-niets"
    page.goto("/uitloggen")
    with page.expect_navigation():
        page.locator("main form button").last.click()


def sign_in(page: Page, server: Server, email: str) -> None:
    """With the password that the demonstration printed."""
    page.goto("/inloggen")
    page.locator("#email").fill(email)
    found = re.findall(rf"{re.escape(email)}\s+(?:\S+:\s*)?(\S+)", server.log)
    page.locator("#password").fill(found[-1])
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()
