"""`make gallery`: a sheet for every page in docs/gallery, the picture of the README, and of docs.

A sheet holds phone, laptop and projector, by day and by night, in two languages.
The browser that takes the pictures also lays them out: no other program is needed.
"""

import tempfile
from base64 import b64encode
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.browser import chromium, month_pictures, pictures, sheets, talks
from tests.browser.chromium import LAPTOP, PHONE, PROJECTOR, Options
from tests.browser.pupil import Pupil
from tests.browser.staff_tour import staff_tour
from tests.browser.tour import tour
from tests.live_server import Server

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "gallery"
COVER = ROOT / "docs" / "screenshot.png"
LANGUAGES = ("nl", "en")
SIZES: dict[str, Options] = {"phone": PHONE, "laptop": LAPTOP, "projector": PROJECTOR}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Pages that look like another one that is shown.
LEFT_OUT = ("wereld-", "vragen-3", "vragen-4", "vragen-1-terug", "fout-409-klas", "volgende-")
SHOWN = ("wereld-hitech-science",)
QUALITY = 80


def main() -> None:
    """Take every picture and lay them out; says which page it is at."""
    path = chromium.required()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with chromium.running(path) as browser, tempfile.TemporaryDirectory() as folder:
        names: list[str] = []
        for language in LANGUAGES:
            for size in SIZES:
                print(f"{language}, {size}", flush=True)  # noqa: T201
                names = list(_walk(browser, Path(folder), language, size))
        for old in FOLDER.glob("*.jpg"):
            old.unlink()
        for name in names:
            sheets.page(browser, name, Path(folder), FOLDER / f"{name}.jpg")
        sheets.index(names, FOLDER / "README.md")
        _cover(browser, Path(folder))
        pictures.take(browser)
        month_pictures.take(browser)
        talks.take(browser)


def _walk(browser: Browser, folder: Path, language: str, size: str) -> Iterator[str]:
    """Go the whole way once and take two pictures of each page; yields the names of the pages."""
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(data))
        server.start()
        options = {**SIZES[size], "device_scale_factor": 1, "reduced_motion": "reduce"}
        context = browser.new_context(base_url=server.url, **options)
        page = context.new_page()
        page.set_default_timeout(chromium.PATIENCE_MS)
        pages = chain(tour(page, server, language), staff_tour(page, server, language))
        for name in pages:
            if name.startswith(LEFT_OUT) and name not in SHOWN:
                continue
            page.evaluate("scrollTo(0, 0)")
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                path = folder / sheets.file_name(name, language, size, scheme)
                path.write_bytes(page.screenshot(type="jpeg", quality=QUALITY))
            yield name
        context.close()
        server.stop()


def _cover(browser: Browser, folder: Path) -> None:
    """The first page and a result, side by side."""
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(data))
        server.start()
        context = browser.new_context(base_url=server.url, **{**PHONE, "reduced_motion": "reduce"})
        page = context.new_page()
        page.set_default_timeout(chromium.PATIENCE_MS)
        pictures = list(_cover_pictures(page))
        context.close()
        server.stop()
    sheets.cover(browser, [b64encode(picture).decode() for picture in pictures], COVER)


def _cover_pictures(page: Page) -> Iterator[bytes]:
    page.goto("/")
    yield page.screenshot()
    pupil = Pupil(page, seed=21)
    pupil.begin()
    yield page.screenshot()
    pupil.answer_until("/resultaat")
    yield page.screenshot()


if __name__ == "__main__":
    main()
