"""The pictures of docs/coordinator.md: the room while a list comes in, and what a pupil then sees.

`make gallery` makes them with all others; `python -m tests.browser.month_pictures` these alone.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from quiz.config.school_time import day_of, now
from tests.browser import chromium
from tests.browser.chromium import LAPTOP, PHONE, STILL
from tests.browser.coordinator_tour import COORDINATOR, send, sign_in
from tests.browser.eight_pupils import EIGHT
from tests.browser.month_list import XLSX, workbook
from tests.browser.small_png import small_png
from tests.live_server import Server

FOLDER = Path(__file__).parents[2] / "docs" / "coordinator"
WIDE, NARROW = 800, 320
BELOW = 20  # pixels under what is the last to be seen


def main() -> None:
    """Take them all, in a browser of their own."""
    path = chromium.required()
    with chromium.running(path) as browser:
        take(browser)


def take(browser: Browser) -> None:
    """Take every picture of a demonstration that has just begun."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(data))
        server.start()
        page = browser.new_page(base_url=server.url, **STILL, **LAPTOP)
        sign_in(page, server, COORDINATOR)
        for name, end in _room(page):
            _keep(browser, name, _down_to(page, end), WIDE)
        page.close()
        page = browser.new_page(base_url=server.url, **STILL, **PHONE)
        EIGHT["clear"].arrive(page, server.url)
        fold = page.locator("#binnenkort")
        fold.evaluate("it => { it.open = true }")  # a thumb would leave its mark
        _keep(browser, "leerling", fold.screenshot(), NARROW)
        page.close()
        server.stop()


def _room(page: Page) -> Iterator[tuple[str, str]]:
    """Each page by the name of its picture, and the end of what is to be seen of it."""
    page.goto("/regio")
    yield "regio", "main table"
    page.goto("/regio/aanbod?wereld=voeding-natuur&volgorde=nagekeken")
    yield "aanbod", ""
    page.goto("/regio/import")
    page.locator("input[name=kind][value=bedrijf]").check()
    content: Any = workbook(day_of(now()))
    page.locator("#file").set_input_files(
        {"name": "bedrijven 2026.xlsx", "mimeType": XLSX, "buffer": content}
    )
    send(page, "#formulier")
    yield "kolommen", "#kolom-3"
    send(page, "button[value=columns]")
    yield "inlezen", "main form .row"
    send(page, "button[value=take]")
    page.goto("/regio/nakijken?nagekeken=verouderd")
    yield "nakijken", ""
    page.goto("/regio/monitor")
    yield "monitor", "main table"
    page.goto("/regio/gaten?afstand=10")
    yield "gaten", "main table"
    page.locator("main tbody a[href*='/beleven']").last.click()
    page.wait_for_url("**/regio/gaten/**")
    yield "gat", "main a.button"
    page.goto("/regio/agenda")
    yield "agenda", "main section.card"


def _down_to(page: Page, end: str) -> bytes:
    """What is in sight; or the page down to the end of what is named."""
    if not end:
        return page.screenshot()
    box = page.locator(end).first.bounding_box()
    assert box is not None
    width = float(LAPTOP["viewport"]["width"])
    high = box["y"] + box["height"] + BELOW
    return page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": high})


def _keep(browser: Browser, name: str, picture: bytes, width: int) -> None:
    (FOLDER / f"{name}.png").write_bytes(small_png(browser, picture, width))


if __name__ == "__main__":
    main()
