"""The Chromium of this machine, the sizes we look at, and what it says while we look."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Request,
    Response,
    sync_playwright,
)

Options = dict[str, Any]
PHONE: Options = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
LAPTOP: Options = {"viewport": {"width": 1280, "height": 800}}
PROJECTOR: Options = {"viewport": {"width": 1920, "height": 1080}}
STILL: Options = {"reduced_motion": "reduce"}
MOVING: Options = {"reduced_motion": "no-preference"}
PATIENCE_MS = 20_000
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """Where Chromium is, or None; the one that never had a window is quicker."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


def required() -> str:
    """Where Chromium is, for a command that is nothing without; ends with a line what to do."""
    path = find()
    if path is None:
        sys.exit("Chromium is not installed: sudo apt-get install chromium")
    return path


@contextmanager
def running(path: str) -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Watch:
    """Notes what a visitor would never see: errors, blocked parts and requests to elsewhere.

    That a page itself answers 404 or 422 is not a problem: the test asked for it. Nor is the
    status that a test expects for what a script sends.
    """

    def __init__(self, context: BrowserContext, address: str, expecting: int = 0) -> None:
        self.address = urlsplit(address).netloc
        self.expecting = expecting
        self.problems: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium repeats here that a page answered 4xx; parts of pages are judged in _response.
        repeated = message.text.startswith("Failed to load resource")
        if message.type in {"error", "warning"} and not repeated:
            self.problems.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != self.address:
            self.problems.append(f"a request elsewhere: {request.url}")

    def _response(self, response: Response) -> None:
        is_part = response.request.resource_type != "document"
        if response.status >= 400 and response.status != self.expecting and is_part:
            self.problems.append(f"{response.status} for {response.url}")
