"""The agenda stands on the site of a school, which is another one; no other page of ours does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, Frame, Page, Request

from tests.browser import chromium
from tests.browser.chromium import PHONE
from tests.browser.pupil import Pupil
from tests.live_server import Server
from tests.storage.pages import costs

BLOCK = "/inbed/agenda/foodvalley"
ROUND = "it => getComputedStyle(it).borderTopLeftRadius"
REFUSED = "chrome-error://chromewebdata/"
# Everybody's pages without a number in them, and the first pages behind a code or a password.
CLOSED = sorted(
    {
        "/vragen",
        "/resultaat",
        "/klassen",
        "/gesprekken",
        "/regio",
        "/collegas",
        "/inbed/agenda/atlantis",
        *(
            cost.page
            for cost in costs()
            if cost.who == "stranger" and not set("{?.").intersection(cost.page)
        ),
    }
    - {BLOCK}
)


@contextmanager
def school_site(address: str, paths: list[str], *, more: str = "") -> Iterator[str]:
    """A site of somebody else, with these pages of ours in frames; its address."""
    frames = "".join(
        f'<iframe title="{escape(path)}" src="{address}{escape(path)}" {more}></iframe>'
        for path in paths
    )
    body = f"<!DOCTYPE html><html lang=nl><title>School</title><h1>School</h1>{frames}".encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_about: object) -> None:
            """Say nothing."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield f"http://school.localhost:{site.server_port}/"
    finally:
        site.shutdown()
        site.server_close()


@contextmanager
def somebody(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """A browser in which a pupil is busy, on a phone: there is a cookie that could go along."""
    with browser.new_context(base_url=server.url, **chromium.STILL, **PHONE) as context:
        Pupil(context.new_page()).begin()
        yield context


def framed(page: Page) -> list[Frame]:
    return [frame for frame in page.frames if frame.parent_frame]


def test_the_block_is_shown_by_another_site_without_cookie_or_script(
    browser: Browser, server: Server
) -> None:
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    with somebody(browser, server) as context, school_site(server.url, [BLOCK]) as site:
        before = context.cookies()
        assert before, "a pupil has a cookie"
        page = context.new_page()
        page.on("request", note)
        page.goto(site, wait_until="networkidle")
        (frame,) = framed(page)
        assert frame.locator("h1").inner_text().startswith("Agenda techniek in FoodValley")
        assert frame.locator("article").count() == 2
        assert frame.locator("script, form, nav").count() == 0
        assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
        ours = [request for request in asked if request.url.startswith(server.url)]
        assert {request.resource_type for request in ours} == {"document", "stylesheet"}
        for request in ours:
            assert "cookie" not in request.all_headers(), request.url
            answer = request.response()
            assert answer is not None
            assert answer.ok, request.url
            assert "set-cookie" not in answer.all_headers(), request.url
        assert context.cookies() == before
        with context.expect_page() as opened:
            frame.get_by_role("link", name="Bekijk bij Zeven Werelden").tap()
        opened.value.wait_for_url("**/regios/foodvalley/agenda**")
        assert page.url == site


def test_a_frame_that_may_do_nothing_shows_it_as_well(browser: Browser, server: Server) -> None:
    """As WordPress puts a site in that it does not know."""
    with school_site(server.url, [BLOCK], more="sandbox") as site:
        page = browser.new_page(**chromium.STILL)
        page.goto(site, wait_until="networkidle")
        (frame,) = framed(page)
        assert frame.locator("article h2").count() == 2
        assert frame.locator("article").first.evaluate(ROUND) != "0px", "it has its looks"
        page.close()


def test_no_other_page_of_ours_may_be_framed(browser: Browser, server: Server) -> None:
    assert len(CLOSED) >= 20
    with somebody(browser, server) as context, school_site(server.url, CLOSED) as site:
        page = context.new_page()
        page.goto(site, wait_until="networkidle")
        wait(page, lambda: all(frame.url == REFUSED for frame in framed(page)))
        shown = [frame.url for frame in framed(page) if frame.url != REFUSED]
        assert len(framed(page)) == len(CLOSED)
        assert shown == []


def wait(page: Page, done: Callable[[], bool], looks: int = 50) -> None:
    """Until it is so, or long enough."""
    for _look in filter(lambda _number: not done(), range(looks)):
        page.wait_for_timeout(50)
