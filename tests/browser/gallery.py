"""Pictures of every page, to look at: `python -m tests.browser.gallery FOLDER`.

Phone and laptop, by day, in Dutch; `--dark` and `--english` for the others.
"""

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import chromium
from tests.browser.tour import tour
from tests.server import Server

SIZES = {"phone": chromium.PHONE, "laptop": chromium.LAPTOP}


def main() -> None:
    """Read the command line, start a server, and photograph."""
    parser = argparse.ArgumentParser(description="Take a picture of every page.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true", help="by night")
    parser.add_argument("--english", action="store_true")
    asked = parser.parse_args()
    path = chromium.find()
    if path is None:
        parser.error("Chromium is not installed")
    look = {
        "color_scheme": "dark" if asked.dark else "light",
        "reduced_motion": "reduce",
    }
    with chromium.running(path) as browser:
        for size, options in SIZES.items():
            folder = asked.folder / size
            folder.mkdir(parents=True, exist_ok=True)
            _photograph(browser, folder, {**options, **look}, "en" if asked.english else "nl")


def _photograph(browser: Browser, folder: Path, options: chromium.Options, language: str) -> None:
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(data))
        server.start()
        try:
            context = browser.new_context(base_url=server.url, **options)
            page = context.new_page()
            for number, name in enumerate(tour(page, server, language), start=1):
                page.screenshot(path=folder / f"{number:02}-{name}.png", full_page=True)
            context.close()
        finally:
            server.stop()


if __name__ == "__main__":
    main()
