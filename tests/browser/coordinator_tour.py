"""Every page that a coordinator can meet, as a part of the tour of staff."""

import re
from collections.abc import Iterator
from itertools import count

from playwright.sync_api import Page

from tests.live_server import Server

COORDINATOR = "regio@planeet.example"
WALKS = count(1)  # a list has something new for each walk
LIST = """Naam;Gemeente;Werelden;Wat ze doen;what_they_do_en;Bron;Telefoon
Fabriek De Tour %d;Ede;voeding-natuur:0,8;Maakt iets eetbaars.;Makes food.;https://example.org;0318
Zonder Zin;Ede;voeding-natuur:1;;Makes.;https://example.org;0318
"""


def coordinator_tour(page: Page, server: Server) -> Iterator[str]:
    """All pages of the room, from signing in to signing out."""
    sign_in(page, server, COORDINATOR)
    yield "regio"
    page.goto("/regio/aanbod?wereld=voeding-natuur&volgorde=-nagekeken")
    yield "regio-aanbod"
    page.goto("/regio/aanbod?zoek=dit-staat-er-niet")
    yield "regio-aanbod-niets"
    yield from _one_row(page)
    page.goto("/regio/gaten?afstand=10")
    yield "regio-gaten"
    page.locator("main td a").first.click()
    page.wait_for_url("**/regio/gaten/**")
    yield "regio-gat"
    page.goto("/regio/monitor")
    yield "regio-monitor"
    send(page, "main form")
    yield "regio-monitor-niets-nieuw"
    page.goto("/regio/agenda")
    yield "regio-agenda"
    page.goto("/regio/agenda/nieuw")
    yield "regio-agenda-nieuw"
    send(page, "#formulier")
    yield "regio-agenda-niets-ingevuld"
    page.goto("/regio/agenda")
    page.locator("main a.button.quiet").first.click()
    yield "regio-agenda-wijzigen"
    page.goto("/regio/agenda")
    send(page, "main form button[value=remove]")
    yield "regio-agenda-weg"
    page.goto("/regios/foodvalley/agenda")
    yield "agenda"
    page.goto("/inbed/agenda/foodvalley")
    yield "agenda-blok"
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
    yield from _a_list(page)
    page.goto("/regio/wijzigingen")
    yield "regio-wijzigingen"
    page.goto("/regio/nieuw/evenement")
    yield "regio-nieuw"


def _a_list(page: Page) -> Iterator[str]:
    """A list with names of its own: columns, what it would do, and taken over."""
    page.goto("/regio/import")
    yield "regio-import"
    page.locator("input[name=kind][value=bedrijf]").check()
    page.locator("#file").set_input_files(
        {
            "name": "bedrijven.csv",
            "mimeType": "text/csv",
            "buffer": (LIST % next(WALKS)).encode("cp1252"),
        }
    )
    _go(page, "#formulier button")
    yield "regio-import-kolommen"
    _go(page, "button[value=columns]")
    yield "regio-import-doet"
    _go(page, "button[value=take]")
    yield "regio-import-klaar"


def _go(page: Page, button: str) -> None:
    with page.expect_navigation():
        page.locator(f"main {button}").last.click()


def _save(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        page.locator(f"#{name}").fill(text)
    with page.expect_navigation():
        page.locator("#formulier button[type=submit]:not([name])").click()


def _press(page: Page, ending: str) -> None:
    with page.expect_navigation():
        page.locator(f"form[action$='{ending}'] button").first.click()


def send(page: Page, what: str) -> None:
    """Press a button, or the one of a form."""
    found = page.locator(what).first
    button = found if "button" in what else found.locator("button[type=submit]")
    with page.expect_navigation():
        button.click()


def sign_in(page: Page, server: Server, email: str) -> None:
    """With the password that the demonstration printed."""
    page.goto("/inloggen")
    page.locator("#email").fill(email)
    found = re.findall(rf"{re.escape(email)}\s+(?:\S+:\s*)?(\S+)", server.log)
    page.locator("#password").fill(found[-1])
    with page.expect_navigation():
        page.locator("main form button[type=submit]").last.click()
