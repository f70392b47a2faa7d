"""The storage of a device is full, shut, spoilt or emptied: answers still reach the server."""

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.pupil import LAST_CARD
from tests.browser.waiting import BY_ITSELF, at_the_questions, sign
from tests.live_server import Server

COUNT = "SELECT count(*) FROM answer WHERE value = 4"
FULL = "throw new DOMException('full', 'QuotaExceededError')"
TROUBLES = {
    "full": f"Storage.prototype.setItem = () => {{ {FULL}; }};",
    "full after three": f"""{{ const set = Storage.prototype.setItem; let left = 3;
        Storage.prototype.setItem = function (...it) {{
          if (left-- < 1) {FULL}; return set.apply(this, it); }}; }}""",
    "full for answers": f"""{{ const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {{
          if (key.startsWith('answer:')) {FULL}; return set.call(this, key, text); }}; }}""",
    "shut": "Object.defineProperty(window, 'localStorage', {get() { throw new Error('shut'); }});",
    "not there": "Object.defineProperty(window, 'localStorage', {get: () => null});",
    "never reads": "Storage.prototype.getItem = () => { throw new Error('no'); };",
    "never forgets": "Storage.prototype.removeItem = () => { throw new Error('no'); };",
    "keeps nothing": "Storage.prototype.setItem = () => {};",
}
SPOILT = ["", "x", "1 2", "9 9 9", "NaN 3 100", "-1 3 1", "{}", "1 4 1 1", "99999999999999999 4 1"]
NUMBERS = ["abc", "1e999", "NaN", "-5", "9007199254740991", "4000000000000"]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_answers_reach_the_server_and_the_pupil_goes_on(
    own_server: Server, open_page: OpenPage, trouble: str
) -> None:
    page = open_page(own_server, **PHONE)
    page.add_init_script(TROUBLES[trouble])
    pupil = at_the_questions(page)
    pupil.answer_cards("4")
    assert "Blok 2" in page.title()
    assert own_server.rows(COUNT) == [(7,)]


@pytest.mark.parametrize("trouble", ["full", "full for answers", "shut", "keeps nothing"])
def test_what_is_only_in_this_page_is_told_and_sent_when_the_network_is_back(
    own_server: Server, open_page: OpenPage, trouble: str
) -> None:
    page = open_page(own_server, **PHONE)
    page.add_init_script(TROUBLES[trouble])
    pupil = at_the_questions(page)
    page.context.set_offline(True)
    while page.locator(LAST_CARD).count() == 0:
        pupil.choose_in(pupil.card, "4")
    pupil.choose_in(pupil.card, "4")
    expect(sign(page, "held")).to_be_visible()
    for untrue in ("waiting", "going"):
        expect(sign(page, untrue)).to_be_hidden()
    with page.expect_navigation(timeout=BY_ITSELF):
        page.context.set_offline(False)
    assert own_server.rows(COUNT) == [(7,)]


def test_spoilt_contents_are_passed_by(own_server: Server, open_page: OpenPage) -> None:
    page = open_page(own_server, **PHONE)
    pupil = at_the_questions(page)
    key = page.locator("form[data-attempt]").get_attribute("data-attempt")
    names = [each.get_attribute("name") for each in page.locator(".question [value='4']").all()]
    for number, text in enumerate(SPOILT):
        name = names[number] if number < 5 else f"elders-{number}"
        page.evaluate("([k, v]) => localStorage.setItem(k, v)", [f"answer:{key}:{name}", text])
    for counter in NUMBERS:
        page.evaluate("n => localStorage.setItem('answer-counter', n)", counter)
        page.reload()
        pupil.choose_in(pupil.card, "4")
        expect(sign(page, "saved")).to_be_visible()
    assert own_server.rows(COUNT) == [(len(NUMBERS),)]
    [(ahead,)] = own_server.rows(
        "SELECT max(sequence) - 1000 * CAST(strftime('%s', 'now') AS INTEGER) FROM answer"
    )
    assert ahead < 60_000
