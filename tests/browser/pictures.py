"""The pictures of docs/teacher.md, from the demonstration as `make run` shows it.

`make gallery` makes them with all others; `python -m tests.browser.pictures` makes these alone.
"""

import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from playwright.sync_api import Browser, Page

from quiz.usecases.demonstration.examples import FINISHED, IN_LESSON
from tests.browser import chromium
from tests.browser.chromium import LAPTOP
from tests.browser.small_png import small_png
from tests.demonstration import QUIZ, own_environment
from tests.live_server import free_port

FOLDER = Path(__file__).parents[2] / "docs" / "teacher"
TEACHER = "docent@planeet.example"
# What stands on the board, instead of this machine.
ADDRESS = "http://school.example"
WIDTH, STARTS_WITHIN = 900, 120.0
# Each picture: of which class, which page, and down to the end of what.
PICTURES = {
    "board": (IN_LESSON.name, "/scherm", ""),
    "progress": (IN_LESSON.name, "/voortgang", ""),
    "picture": (FINISHED[0].name, "/beeld", "main .scroll"),
    "reveal": (FINISHED[0].name, "/beeld/scherm?stap=2", ""),
}


def main() -> None:
    """Take them all, in a browser of their own."""
    path = chromium.required()
    with chromium.running(path) as browser:
        take(browser)


def take(browser: Browser) -> None:
    """Take every picture of a demonstration that has just begun."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with _demonstration() as (url, said):
        page = browser.new_page(base_url=url, reduced_motion="reduce", **LAPTOP)
        _sign_in(page, said)
        for name, (class_name, rest, end) in PICTURES.items():
            found = re.search(rf"(/klassen/\d+)  {re.escape(class_name)}\n", said)
            assert found is not None
            page.goto(f"{found[1]}{rest}")
            picture = small_png(browser, _down_to(page, end), WIDTH)
            (FOLDER / f"{name}.png").write_bytes(picture)
        page.close()


@contextmanager
def _demonstration() -> Iterator[tuple[str, str]]:
    """The demonstration with its examples: its address, and what it said when it began."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        words = [str(QUIZ), "demo", "--port", str(port)]
        with log.open("wb") as output:
            environment = {**own_environment(), "DATA_DIR": folder, "BASE_URL": ADDRESS}
            server = subprocess.Popen(words, env=environment, stdout=output, stderr=output)
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}", log.read_text(encoding="utf-8")
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            connection.getresponse()
        except (OSError, HTTPException):
            time.sleep(0.2)
        else:
            return
        finally:
            connection.close()
    raise TimeoutError("the demonstration does not begin")


def _sign_in(page: Page, said: str) -> None:
    password = re.search(rf"{re.escape(TEACHER)}  (\S+)\n", said)
    assert password is not None
    page.goto("/klassen?taal=nl")
    page.locator("#email").fill(TEACHER)
    page.locator("#password").fill(password[1])
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url(re.compile("/klassen"))


def _down_to(page: Page, end: str) -> bytes:
    """What is in sight; or the page down to the end of what is named."""
    if not end:
        return page.screenshot()
    box = page.locator(end).first.bounding_box()
    assert box is not None
    width = float(LAPTOP["viewport"]["width"])
    clip = {"x": 0.0, "y": 0.0, "width": width, "height": box["y"] + box["height"] + 20}
    return page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
