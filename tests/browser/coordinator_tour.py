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
    yield from _one_row(page)
    page.goto("/uitloggen")
    with page.expect_navigation():
        page.locator("main form button").last.click()


def _one_row(page: Page) -> Iterator[str]:
    """A row that is changed, wrong, taken away and put back; and a new one."""
    page.goto("/regio/aanbod/bedrijf/moba")
    yield "regio-rij"
    _save(page, website="www.moba")
    yield "regio-rij-fout"
    _save(page, website="https://moba.net", name="Moba Eiersystemen")
    yield "regio-rij-bewaard"
    _press(page, "/weg")
    yield "regio-rij-weg"
    _press(page, "/terug")
    page.goto("/regio/nakijken")
    yield "regio-nakijken"
    page.goto("/regio/wijzigingen")
    yield "regio-wijzigingen"
    page.goto("/regio/nieuw/evenement")
    yield "regio-nieuw"


def _save(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.locator(f"#{name}").fill(text)
    with page.expect_navigation():
        page.locator("#formulier button[type=submit]:not([name])").click()


def _press(page: Page, ending: str) -> None:
    with page.expect_navigation():
        page.locator(f"form[action$='{ending}'] button").first.click()


def sign_in(page: Page, server: Server, email: str) -> None:
    """With the password that the demonstration printed."""
    page.goto("/inloggen")
    page.locator("#email").fill(email)
    found = re.findall(rf"{re.escape(email)}\s+(?:\S+:\s*)?(\S+)", server.log)
    page.locator("#password").fill(found[-1])
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()
