"""`python -m tests.browser.speed`: how soon pages show on a slow phone, and whether they shift.

Chromium with the network of Lighthouse's slow 4G (150 ms, 1.6 Mbit/s down, 0.75 up) and a
processor four times slower. Every page is opened several times; the middle one counts. "First"
has an empty cache; later pages find what the pages before them brought along.
"""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from quiz.lab.bench.table import machine
from tests.browser import chromium
from tests.browser.chromium import PHONE
from tests.browser.pupil import Pupil
from tests.live_server import Server

TIMES = 5
SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
# Modules run before DOMContentLoaded: from then on a tap does what it should.
READ = """() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) shift += each.value;
  }).observe({type: 'layout-shift', buffered: true});
  const [page] = performance.getEntriesByType('navigation');
  new PerformanceObserver(list => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) done([paint.startTime, page.domContentLoadedEventEnd, shift]);
  }).observe({type: 'paint', buffered: true});
})"""


class Seen(NamedTuple):
    """One page: milliseconds until the first paint and until usable; and the layout shift."""

    name: str
    paint: float
    usable: float
    shift: float


def main() -> None:
    """Measure and print a table."""
    path = chromium.required()
    print(machine(), flush=True)  # noqa: T201
    with chromium.running(path) as browser, tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        walks = [list(_walk(browser, server)) for _time in range(TIMES)]
        server.stop()
    print("| page | first paint | usable | shift |")  # noqa: T201
    print("| --- | --- | --- | --- |")  # noqa: T201
    for pages in zip(*walks, strict=True):
        print(_line(pages))  # noqa: T201


def _line(pages: tuple[Seen, ...]) -> str:
    paint = statistics.median(each.paint for each in pages)
    usable = statistics.median(each.usable for each in pages)
    shift = max(each.shift for each in pages)
    return f"| {pages[0].name} | {paint:.0f} ms | {usable:.0f} ms | {shift:.3f} |"


def _walk(browser: Browser, server: Server) -> Iterator[Seen]:
    context = browser.new_context(base_url=server.url, **PHONE)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", NETWORK)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    pupil = Pupil(page)
    page.goto("/")
    yield _seen(page, "/ (first)")
    page.goto("/start")
    yield _seen(page, "/start")
    pupil.start()
    yield _seen(page, "/code")
    pupil.press_on()
    yield _seen(page, "/vragen, block 1")
    pupil.answer()
    yield _seen(page, "/vragen, block 2")
    pupil.answer_until("/resultaat")
    yield _seen(page, "/resultaat")
    context.close()


def _seen(page: Page, name: str) -> Seen:
    return Seen(name, *page.evaluate(READ))


if __name__ == "__main__":
    main()
