"""A month of a coordinator, and what a pupil sees of it: each chore where it would be done.

The list on a laptop, mended without scripts; ten rows on a phone; the gap by keyboard alone; the
event on a phone without scripts. The counts of clicks stand in docs/benchmarks.md.
"""

import re
from datetime import timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from quiz.config.school_time import day_of, now
from tests.browser.chromium import LAPTOP, PHONE
from tests.browser.clicks import Hand
from tests.browser.conftest import OpenPage
from tests.browser.coordinator_tour import COORDINATOR, sign_in
from tests.browser.eight_pupils import EIGHT
from tests.browser.month_list import OLD, ROWS, WRONG, XLSX, mended, workbook
from tests.live_server import Server

TODAY = day_of(now())
NO_SCRIPTS = {"java_script_enabled": False}
EVENT, TITLE = "Bouwplaats Open", "Open avond Meetlab"
CLICKS = {"read": 6, "mend": 5, "check": 12, "publish": 8}
IS_HERE = "it => it === document.activeElement"
SAID = "onpagehide = () => sessionStorage.busy = !document.querySelector('[data-busy]').hidden"
MOST_TABS = 120


class Month:
    """One coordinator, who goes from one machine to another and stays signed in."""

    def __init__(self, server: Server, open_page: OpenPage) -> None:
        self.server, self._open = server, open_page
        self._cookies: list[Any] = []

    def at(self, path: str, **options: Any) -> Page:
        """A page of the room in a browser of its own."""
        page = self._open(self.server, **options)
        if self._cookies:
            page.context.add_cookies(self._cookies)
        else:
            sign_in(page, self.server, COORDINATOR)
            self._cookies = page.context.cookies()
        page.goto(path)
        return page


def test_a_month_of_a_coordinator(own_server: Server, open_page: OpenPage) -> None:
    month = Month(own_server, open_page)
    _reads_a_list(month)
    _mends_it(month)
    _checks_ten_rows(month)
    _fills_a_gap(month)
    _publishes(month)
    _a_pupil_sees_it(own_server, open_page(own_server, **PHONE))


def _reads_a_list(month: Month) -> None:
    """Eight of 300 are wrong: which row, which column, why, and what to do."""
    page = month.at("/regio", **LAPTOP)
    hand = Hand(page)
    hand.press(page.get_by_role("link", name="Bestand inlezen"))
    hand.press(page.locator("label", has_text="Bedrijven"))
    hand.clicks += 1  # the file
    _choose(page, "bedrijven 2026.xlsx", XLSX, workbook(TODAY))
    hand.press(page.get_by_role("button", name="Bekijk wat het doet"))
    mapped = [each.input_value() for each in page.locator("select").all()]
    assert mapped[:5] == ["name", "municipality", "worlds", "what_they_do_nl", "what_they_do_en"]
    assert mapped[5:] == ["size_class", "website", "source_url", "checked_on", ""]
    hand.press(page.get_by_role("button", name="Bekijk wat het doet"))
    _is_counted(page, Nieuw=ROWS - len(WRONG), Geweigerd=len(WRONG))
    said = page.locator("main").inner_text()
    for number, wrong in WRONG.items():
        assert re.search(rf"Rij {number} \(.*\): {re.escape(wrong.said)}", said), number
    page.evaluate(SAID)
    hand.press(page.get_by_role("button", name="Neem over wat is aangevinkt"))
    assert page.evaluate("sessionStorage.busy") == "true"
    assert hand.screens < 2.5, "to go down: ten columns, and eight rows that are wrong"
    expect(page.get_by_text(f"Overgenomen: {ROWS - len(WRONG)}.")).to_be_visible()
    assert hand.clicks <= CLICKS["read"]


def _mends_it(month: Month) -> None:
    """In the file, saved as CSV in the letters of Windows; without scripts."""
    page = month.at("/regio/import", **LAPTOP, **NO_SCRIPTS)
    hand = Hand(page)
    hand.press(page.locator("label", has_text="Bedrijven"))
    hand.clicks += 1  # the file
    _choose(page, "bedrijven 2026.csv", "text/csv", mended(TODAY))
    hand.press(page.get_by_role("button", name="Bekijk wat het doet"))
    hand.press(page.get_by_role("button", name="Bekijk wat het doet"))
    _is_counted(page, Nieuw=len(WRONG), Geweigerd=0, Hetzelfde=ROWS - len(WRONG))
    hand.press(page.get_by_role("button", name="Neem over wat is aangevinkt"))
    expect(page.get_by_text(f"Overgenomen: {len(WRONG)}.")).to_be_visible()
    assert hand.clicks <= CLICKS["mend"]


def _checks_ten_rows(month: Month) -> None:
    """One by itself and nine together, with a thumb."""
    page = month.at("/regio", **PHONE)
    hand = Hand(page)
    hand.press(page.locator("main table a[href*=verouderd]").first)
    rows = page.locator("main tbody tr")
    expect(rows).to_have_count(OLD)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hand.press(rows.first.get_by_role("button", name="Klopt nog"))
    expect(rows).to_have_count(OLD - 1)
    for row in rows.all()[:9]:
        hand.press(row.locator("label.tick"))
    hand.press(page.get_by_role("button", name="Wat is aangevinkt, klopt nog"))
    expect(rows).to_have_count(OLD - 10)
    assert hand.clicks <= CLICKS["check"]


def _fills_a_gap(month: Month) -> None:
    """From the cell to the form, by keyboard alone; the cell then counts more."""
    page = month.at("/regio/gaten?afstand=10", **LAPTOP)
    cell = page.locator("main tbody a[href*='/beleven']").last
    address, before = cell.get_attribute("href"), cell.inner_text()
    assert address is not None
    _press_with_keys(page, cell)
    town = page.locator("main tbody th").first.inner_text()
    _press_with_keys(page, page.get_by_role("link", name="Voeg een evenement toe"))
    for name, text in (
        ("name", EVENT),
        ("kind", "workshop"),
        ("municipality", town),
        ("description_nl", "Bouw er je eigen brug."),
        ("description_en", "Build a bridge of your own."),
        ("source_url", "https://bouwplaats.example/open"),
    ):
        _go_to(page, page.locator(f"#{name}"))
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Toegevoegd.")).to_be_visible()
    page.goto("/regio/gaten?afstand=10")
    after = page.locator(f"main tbody a[href='{address}']")
    now_near = int(after.inner_text().split()[0]) if after.count() else 9
    assert now_near > int(before.split()[0])


def _publishes(month: Month) -> None:
    """A draft first; without scripts, on a phone."""
    page = month.at("/regio/agenda", **PHONE, **NO_SCRIPTS)
    hand = Hand(page)
    hand.press(page.get_by_role("link", name="Nieuw in de agenda"))
    for name, text in (
        ("title_nl", TITLE),
        ("day", (TODAY + timedelta(days=14)).isoformat()),
        ("begins", "19:00"),
        ("place", "Meetlab, Ede"),
    ):
        page.locator(f"#{name}").fill(text)
        hand.clicks += 1
    hand.press(page.locator("label", has_text="Hi-tech & Science"))
    hand.press(page.get_by_role("button", name="Bewaar"))
    item = page.locator("main section", has=page.get_by_role("heading", name=TITLE))
    expect(item).to_contain_text("concept: nog niemand ziet dit")
    hand.press(item.get_by_role("button", name="Publiceer"))
    expect(item).to_contain_text("gepubliceerd")
    assert hand.clicks <= CLICKS["publish"]


def _a_pupil_sees_it(server: Server, page: Page) -> None:
    """The event with the result, the imported row and the filled gap with the world."""
    EIGHT["clear"].arrive(page, server.url)
    page.locator("#binnenkort > summary").tap()
    expect(page.locator("#binnenkort").get_by_role("heading", name=TITLE)).to_be_visible()
    page.goto("/werelden/hitech-science?plaats=Ede")
    offer = page.locator("#regio").text_content() or ""
    for name in (TITLE, "Café 't Lab 001", "Café 't Lab 299"):
        assert name in offer


def _choose(page: Page, name: str, kind: str, content: bytes) -> None:
    file: Any = {"name": name, "mimeType": kind, "buffer": content}
    page.locator("#file").set_input_files(file)


def _is_counted(page: Page, **counts: int) -> None:
    said = page.locator("main").inner_text()
    for name, number in counts.items():
        assert f"{name}: {number}\n" in said, said[:400]


def _go_to(page: Page, target: Locator) -> None:
    """With Tab, from where the focus is."""
    for _press in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate(IS_HERE):
            return
    raise AssertionError(f"not reached by Tab: {target}")


def _press_with_keys(page: Page, link: Locator) -> None:
    _go_to(page, link)
    with page.expect_navigation():
        page.keyboard.press("Enter")
