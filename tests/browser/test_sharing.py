"""The whole way of a talk in two browsers: share, yes, agree on a step, and stop again."""

import re

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.judges import judge
from tests.browser.longest_guide import longest_questions, longest_remarks
from tests.browser.pupil import Pupil
from tests.live_server import Server
from tests.pdf_reading import Pdf

EMAIL = "decaan@planeet.example"
# Puts other words in the page: reasons and questions of the guide, and remarks under the name.
FILL = """([questions, remarks]) => {
  const set = (where, words) => document.querySelectorAll(where)
    .forEach((each, index) => { each.textContent = words[index] })
  set('.guide .because', questions.map((pair) => pair[0]))
  set('.guide .ask', questions.map((pair) => pair[1]))
  const notice = document.querySelector('.talk-head .notice')
    ?? document.querySelector('.gist').insertAdjacentElement(
      'afterend', Object.assign(document.createElement('div'), { className: 'notice' }))
  notice.replaceChildren(...remarks.map((words) =>
    Object.assign(document.createElement('p'), { textContent: words })))
}"""
ASKING = re.compile("Mag je decaan van .* meekijken")


def test_a_talk_from_code_to_goodbye(own_server: Server, open_page: OpenPage) -> None:
    pupil = _at_sharing(open_page(own_server, **PHONE), own_server)
    # the script that waits gets one 404: the question is answered, so the talk takes its place
    counsellor = _signed_in(open_page(own_server, expecting=404, **LAPTOP), own_server)

    _press(pupil, "Maak een code")
    _type_code(counsellor, pupil)
    expect(counsellor.locator("h1")).to_have_text("Wachten op de leerling")
    question = pupil.get_by_role("heading", name=ASKING)
    expect(question).to_be_visible()  # by itself
    _press(pupil, "Ja, kijk maar mee")
    nickname = pupil.locator("main .chip").first.inner_text()
    expect(counsellor.locator("h1")).to_have_text(nickname)  # by itself

    _guide_beside_the_sky(counsellor)
    _the_longest_guide_fits(counsellor)
    paper = counsellor.get_by_role("link", name="Op papier").get_attribute("href")
    assert len(Pdf(counsellor.request.get(paper or "").body()).pages) == 1

    counsellor.locator("select[name=kind]").select_option("open-day")
    counsellor.locator("select[name=month]").select_option(index=3)
    _press(counsellor, "Schrijf op")
    pupil.reload()
    expect(pupil.locator("main")).to_contain_text("Naar een open dag")
    pupil.goto("/resultaat")
    expect(pupil.locator("main")).to_contain_text("Naar een open dag")
    counsellor.goto("/gesprekken")
    line = counsellor.get_by_role("row", name=nickname)
    expect(line).to_contain_text("Demoklas 2B")
    expect(line).to_contain_text("Naar een open dag")

    pupil.goto("/delen")
    _press(pupil, "Stop met delen")
    expect(pupil.locator("main")).to_contain_text("Niemand. Alleen jij ziet je resultaat.")
    expect(pupil.locator("main")).to_contain_text("Naar een open dag")
    line.get_by_role("link").click()
    expect(counsellor.locator("h1")).to_have_text("Dit gesprek is er niet (meer)")
    counsellor.goto("/gesprekken")
    expect(counsellor.locator("main")).to_contain_text("Nog niemand deelt")


def test_without_scripts_both_look_again_when_they_choose(
    own_server: Server, open_page: OpenPage
) -> None:
    plain: Options = {"java_script_enabled": False}
    pupil = _at_sharing(open_page(own_server, **PHONE, **plain), own_server)
    counsellor = _signed_in(open_page(own_server, **LAPTOP, **plain), own_server)
    _press(pupil, "Maak een code")
    _type_code(counsellor, pupil)
    pupil.get_by_role("link", name="Kijk opnieuw").click()
    _press(pupil, "Ja, kijk maar mee")
    counsellor.get_by_role("link", name="Kijk opnieuw").click()
    expect(counsellor.locator("h1")).to_have_text(pupil.locator("main .chip").first.inner_text())


def test_a_no_is_told_on_the_screen_that_waits(own_server: Server, open_page: OpenPage) -> None:
    pupil = _at_sharing(open_page(own_server, **PHONE), own_server)
    counsellor = _signed_in(open_page(own_server, **LAPTOP), own_server)
    _press(pupil, "Maak een code")
    _type_code(counsellor, pupil)
    _press(pupil, "Nee, liever niet")
    expect(counsellor.locator("main")).to_contain_text("De leerling zei nee")
    expect(pupil.locator("main")).to_contain_text("Niemand. Alleen jij ziet je resultaat.")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_judge_is_content_with_every_page_of_sharing(
    own_server: Server, open_page: OpenPage, language: str
) -> None:
    pupil = _at_sharing(open_page(own_server, **PHONE), own_server)
    counsellor = _signed_in(open_page(own_server, expecting=404, **LAPTOP), own_server)
    for page in (pupil, counsellor):
        page.goto(f"{page.url.split('?')[0]}?taal={language}")
    found = judge(pupil, "share") + judge(counsellor, "empty list")
    counsellor.locator("#code").fill("HJM4 79CD")
    counsellor.locator("#code").press("Enter")
    found += judge(counsellor, "wrong code")
    pupil.locator("#maak").click()
    _type_code(counsellor, pupil)
    found += judge(counsellor, "waiting")
    pupil.locator("button[value=confirm]").wait_for()
    found += judge(pupil, "question")
    pupil.locator("button[value=confirm]").click()
    pupil.locator("button[value=withdraw]").wait_for()
    found += judge(pupil, "shared")
    counsellor.locator("select[name=kind]").wait_for()
    found += judge(counsellor, "talk")
    talk = counsellor.url
    counsellor.goto("/gesprekken")
    found += judge(counsellor, "list")
    counsellor.goto(f"{talk}/klaar")
    found += judge(counsellor, "end")
    assert not found, "\n".join(found)


def _guide_beside_the_sky(page: Page) -> None:
    """On one screen: the guide from the top of the page on, the sky left of it, the form below."""
    page.set_viewport_size({"width": 1280, "height": 800})
    name, guide, sky = (_box(page, where) for where in ("h1", "#gesprek", ".heaven"))
    assert guide["y"] < name["y"] + name["height"], "no line of the page comes before it"
    assert sky["x"] + sky["width"] < guide["x"]
    assert sky["y"] + sky["height"] < 800
    last = _box(page, ".guide > li:last-child .ask")
    assert last["y"] + last["height"] < 800
    assert last["y"] < _box(page, "#formulier select[name=kind]")["y"] < 1040, (
        "a small turn of the wheel away"
    )
    page.mouse.wheel(0, 400)
    # A string for wait_for_function would be read with eval, which our own policy refuses.
    page.evaluate(
        "() => new Promise((done) => (function look() {"
        " scrollY >= 300 ? done() : requestAnimationFrame(look) })())"
    )
    assert _box(page, ".heaven")["y"] >= 0, "the sky stays in sight"


def _the_longest_guide_fits(page: Page) -> None:
    """Whatever the result: the longest reasons and questions, and every remark at once."""
    here = page.url
    for language in ("en", "nl"):
        page.goto(f"{here}?taal={language}")
        page.evaluate(FILL, [longest_questions(language), longest_remarks(language)])
        last = _box(page, ".guide > li:last-child .ask")
        assert last["y"] + last["height"] < 800, language
        guide, said = _box(page, "#gesprek"), _box(page, ".talk-head .notice")
        assert said["x"] + said["width"] < guide["x"], "remarks take no room from the guide"


def _box(page: Page, where: str) -> FloatRect:
    """Where something stands on the screen."""
    found = page.locator(where).bounding_box()
    assert found is not None, where
    return found


def _at_sharing(page: Page, server: Server) -> Page:
    """A pupil of the demonstration class, from the result to the page about sharing."""
    page.goto("/over")
    Pupil(page).arrive(f"/meedoen/{server.class_code}")
    page.get_by_role("link", name="Delen").filter(visible=True).first.click()
    return page


def _signed_in(page: Page, server: Server) -> Page:
    """The counsellor that `quiz demo` printed, at the list."""
    found = re.findall(rf"{re.escape(EMAIL)}\s+(\S+)", server.log)
    page.goto("/gesprekken")
    page.locator("#email").fill(EMAIL)
    page.locator("#password").fill(found[-1])
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator("#code")).to_be_visible()
    return page


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def _type_code(counsellor: Page, pupil: Page) -> None:
    """The pupil reads the code aloud, the counsellor types it."""
    counsellor.locator("#code").fill(pupil.locator("strong.secret").inner_text())
    counsellor.locator("main form button[type=submit]").first.click()
    counsellor.wait_for_url(re.compile(r"/gesprekken/\d+"))
