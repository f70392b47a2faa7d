"""Three talks as pictures for docs/counsellor.md: a clear, a broad and a contradictory result.

Make them again with `python -m tests.browser.talks`. With a folder behind it, whole pages on a
phone, in the dark and in English go there as well, to look at.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from flask import Flask
from playwright.sync_api import Browser, Page

from quiz.app import create_app
from quiz.config import Settings
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from quiz.usecases.staff.people import accounts_of
from tests.blueprints.counsellor.samples import EVENT, SAMPLES, keep, sample_pupil
from tests.browser import chromium
from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.small_png import small_png
from tests.conftest import services_of
from tests.live_server import Server
from tests.usecases.sharing.sharing import share

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
FOLDER = Path(__file__).parents[2] / "docs" / "talks"
COUNSELLOR = "decaan@planeet.example"
A_MONTH = "2027-03"
WIDTH = 900


def main() -> None:
    """Take the three pictures, and more where a folder is given."""
    path = chromium.required()
    with chromium.running(path) as browser:
        take(browser, Path(sys.argv[1]) if len(sys.argv) > 1 else None)


def take(browser: Browser, more: Path | None = None) -> None:
    """Take the three pictures; whole pages go to a folder for `more`."""
    FOLDER.mkdir(exist_ok=True)
    with shared_results() as (server, shares):
        page = _signed_in(browser, server, LAPTOP)
        for name, share_id in shares.items():
            page.goto(f"/gesprekken/{share_id}?minuten=25")
            (FOLDER / f"{name}.png").write_bytes(small_png(browser, _picture(page), WIDTH))
        if more is not None:
            _whole_pages(browser, server, shares, more)


@contextmanager
def shared_results() -> Iterator[tuple[Server, dict[str, int]]]:
    """A server with the three pupils, who share with the school of the counsellor."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            yield server, _shares(create_app(Settings.from_environment(server.environment())))
        finally:
            server.stop()


def _shares(app: Flask) -> dict[str, int]:
    services = services_of(app)
    with services.database.reading() as session:
        (who,) = accounts_of(session, COUNSELLOR)
    pupils = {name: sample_pupil(services, name) for name in SAMPLES}
    keep(services, pupils["broad"], EVENT)
    agree_step(services, pupils["broad"], AgreedStepDraft("event", A_MONTH, EVENT))
    shares = {name: share(services, pupil, who) for name, pupil in pupils.items()}
    services.database.close()
    return shares


def _signed_in(browser: Browser, server: Server, size: Options, scheme: Scheme = "light") -> Page:
    page = browser.new_page(base_url=server.url, color_scheme=scheme, **size)
    page.goto("/gesprekken?taal=nl")
    page.locator("#email").fill(COUNSELLOR)
    found = re.findall(rf"{re.escape(COUNSELLOR)}\s+(?:\S+:\s*)?(\S+)", server.log)
    page.locator("#password").fill(found[-1])
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile("/gesprekken"))
    return page


def _picture(page: Page) -> bytes:
    """The page down to the end of the talk guide."""
    end = page.locator("#stappen").bounding_box()
    assert end is not None
    width = int(LAPTOP["viewport"]["width"])
    clip = {"x": 0.0, "y": 0.0, "width": float(width), "height": end["y"] - 20}
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]


def _whole_pages(browser: Browser, server: Server, shares: dict[str, int], folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for size, options in (("phone", PHONE), ("laptop", LAPTOP)):
        for scheme in SCHEMES:
            page = _signed_in(browser, server, options, scheme)
            for name, share_id in shares.items():
                for language in ("nl", "en"):
                    page.goto(f"/gesprekken/{share_id}?taal={language}")
                    page.screenshot(
                        path=folder / f"{name}.{language}.{size}.{scheme}.png", full_page=True
                    )
    page.emulate_media(media="print", color_scheme="light")
    page.screenshot(path=folder / "print.png", full_page=True)


if __name__ == "__main__":
    main()
