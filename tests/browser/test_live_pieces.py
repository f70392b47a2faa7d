"""A page of staff that keeps itself up to date: strange answers and mistakes leave it usable."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.config.paths import STATIC
from tests.browser.chromium import LAPTOP
from tests.browser.conftest import OpenPage
from tests.browser.teacher import Teacher
from tests.live_server import Server

PORTAL = "<h1>Log in bij het netwerk van school</h1>"
STRANGE = [
    {"status": 200, "body": PORTAL},
    {"status": 204},
    {"status": 302, "headers": {"location": "/werelden"}},
    {"status": 401},
    {"status": 403, "body": PORTAL},
    {"status": 404},
    {"status": 511, "body": PORTAL},
]


def _on_the_board(page: Page, server: Server) -> str:
    teacher = Teacher(page, server)
    teacher.sign_in()
    address = f"/klassen/{teacher.make_class('2B techniek')}/voortgang"
    page.clock.install()
    page.goto(address)
    return address


@pytest.mark.parametrize("answer", STRANGE, ids=lambda answer: str(answer["status"]))
def test_what_is_not_our_answer_changes_nothing_and_can_be_looked_up_by_hand(
    server: Server, open_page: OpenPage, answer: dict[str, object]
) -> None:
    page = open_page(server, expecting=int(str(answer["status"])), **LAPTOP)
    address = _on_the_board(page, server)
    page.route("**/nu*", lambda route: route.fulfill(**answer))
    page.clock.run_for(10_000)
    expect(page.locator("[data-live-sign=lost]")).to_be_visible()
    expect(page.locator("[data-live]")).to_contain_text("Doen mee")
    assert page.url.endswith(address)
    with page.expect_navigation():
        page.get_by_role("link", name="Vernieuw").click()
    expect(page.locator("[data-live]")).to_contain_text("Doen mee")


@pytest.mark.parametrize("name", ["show", "say", "look", "beat"])
def test_a_function_that_throws_leaves_the_page_and_the_link_that_looks_again(
    browser: Browser, server: Server, name: str
) -> None:
    context = browser.new_context(base_url=server.url, **LAPTOP)
    page = context.new_page()
    address = _on_the_board(page, server)
    source = (STATIC / "js/live.js").read_text(encoding="utf-8")
    start = re.search(rf"function {name}\([^)]*\) {{", source)
    assert start is not None
    broken = f"{source[: start.end()]} throw new Error('broken');{source[start.end() :]}"
    page.route("**/js/live.js*", lambda r: r.fulfill(body=broken, content_type="text/javascript"))
    page.goto(address)
    page.clock.run_for(10_000)
    expect(page.locator("[data-live]")).to_contain_text("Doen mee")
    with page.expect_navigation():
        page.get_by_role("link", name="Vernieuw").click()
    expect(page.locator("[data-live]")).to_contain_text("Doen mee")
    context.close()
