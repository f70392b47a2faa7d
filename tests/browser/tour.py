"""Every page that a visitor can meet, one after the other, each with a name.

Whoever must look at all pages (axe, the narrow screen, the gallery) walks along: the tour stops
at each page and yields its name.
"""

from collections.abc import Iterator

from playwright.sync_api import Page

from quiz.domain.bank.load import load_bank
from tests.browser.pupil import Pupil
from tests.browser.retake_tour import retaking
from tests.live_server import Server

READING = {"over": "/over", "privacy": "/privacy", "toegankelijkheid": "/toegankelijkheid"}
MOST_GUESSES = 12
CLOSE = "UPDATE school_class SET closed_at = created_at WHERE code = '{code}'"
OPEN = "UPDATE school_class SET closed_at = NULL WHERE code = '{code}'"
FILL = "UPDATE school_class SET capacity = {places} WHERE code = '{code}'"


def tour(page: Page, server: Server, language: str) -> Iterator[str]:
    """All pages in one language, in one browser. It guesses codes: use a server of its own."""
    pupil = Pupil(page)
    pupil.speak(language)
    yield from _public(page)
    yield from _start(pupil)
    yield from _questions(pupil)
    yield from _result(pupil)
    yield from retaking(pupil)
    yield from _leaving(pupil)
    yield from _too_few(pupil)
    yield from _class(pupil, server)
    yield from _wrong_codes(pupil)


def _public(page: Page) -> Iterator[str]:
    yield "begin"
    page.goto("/werelden")
    yield "werelden"
    for world in load_bank().worlds:
        page.goto(f"/werelden/{world}")
        yield f"wereld-{world}"
    for name, path in READING.items():
        page.goto(path)
        yield name
    page.goto("/bestaat-niet")
    yield "fout-404"


def _start(pupil: Pupil) -> Iterator[str]:
    page = pupil.page
    page.goto("/start")
    yield "start"
    pupil.press_on()
    yield "start-niets-ingevuld"
    page.locator("#place").fill("Xyzzystad")
    pupil.choose(page.locator("input[value=havo]"))
    pupil.press_on()
    yield "start-onbekende-plaats"
    page.locator("#place").fill("Bergen")
    pupil.press_on()
    yield "start-welke-plaats"
    page.goto("/start")
    pupil.choose(page.locator("input[value=havo]"))
    page.locator("select[name=year]").select_option("2")
    page.locator("#place").fill("Ede")
    pupil.press_on()
    yield "code"


def _questions(pupil: Pupil) -> Iterator[str]:
    page = pupil.page
    pupil.press_on()
    yield "vragen-1"
    pupil.send_as_it_is()
    yield "vragen-1-open"
    page.goto("/resultaat")
    yield "fout-409-nog-niet-klaar"
    page.goto("/vragen")
    yield from _strange_answer(pupil)
    yield from _without_network(pupil)
    for name in ("vragen-2", "vragen-3", "vragen-4", "aanpak"):
        pupil.answer()
        yield name
    page.goto("/vragen?blok=1")
    yield "vragen-1-terug"
    page.goto("/vragen")
    pupil.send_as_it_is()
    yield "aanpak-open"
    pupil.answer()
    yield "zelf-kiezen"
    pupil.press_on()
    yield "zelf-kiezen-open"
    page.goto("/start")
    yield "start-al-bezig"
    page.goto("/volgende")
    yield "volgende-halverwege"
    page.goto("/vragen")


def _without_network(pupil: Pupil) -> Iterator[str]:
    """Where scripts save every answer: what the page says when that works and when it does not."""
    page = pupil.page
    if pupil.cards.count() == 0:
        return
    pupil.choose_in(pupil.card)
    page.locator("[data-sign=saved]").wait_for()
    yield "vragen-1-bewaard"
    page.context.set_offline(True)
    pupil.choose_in(pupil.card)
    page.locator("[data-sign=waiting]").wait_for()
    yield "vragen-1-zonder-internet"
    page.context.set_offline(False)
    page.locator("[data-sign=saved]").wait_for()


def _strange_answer(pupil: Pupil) -> Iterator[str]:
    """An answer that our own pages cannot make."""
    radio = pupil.page.locator("main input[type=radio]").first
    radio.evaluate("radio => { radio.value = '9'; radio.checked = true }")
    pupil.send_as_it_is()
    yield "fout-422"
    pupil.page.goto("/vragen")


def _result(pupil: Pupil) -> Iterator[str]:
    page = pupil.page
    pupil.answer()
    yield "resultaat"
    page.locator("summary").first.click()
    yield "resultaat-tabel"
    page.goto("/delen")
    yield "delen"
    page.locator("#maak").click()
    page.locator("strong.secret").wait_for()
    yield "delen-code"
    page.goto("/code")
    yield "code-al-gezien"
    page.goto("/volgende")
    yield "volgende"


def _leaving(pupil: Pupil) -> Iterator[str]:
    page = pupil.page
    page.goto("/wissen")
    yield "wissen"
    pupil.press_on()
    yield "gewist"
    page.goto("/vragen")
    yield "fout-403"
    page.goto("/volgende")
    yield "volgende-niemand"
    page.goto("/terug")
    yield "terug"
    page.locator("#code").fill("bloem fiets 123456")
    pupil.press_on()
    yield "terug-onbekend"


def _too_few(pupil: Pupil) -> Iterator[str]:
    pupil.begin()
    pupil.answer_until("/resultaat", "0")
    yield "te-weinig"
    pupil.page.goto("/wissen")
    pupil.press_on()


def _class(pupil: Pupil, server: Server) -> Iterator[str]:
    page, code = pupil.page, server.class_code
    page.goto("/meedoen")
    yield "meedoen"
    page.goto(f"/meedoen/{code}")
    yield "meedoen-klas"
    server.change(CLOSE.format(code=code))
    page.reload()
    yield "fout-409-klas-dicht"
    server.change(OPEN.format(code=code))
    server.change(FILL.format(code=code, places=0))
    page.reload()
    yield "fout-409-klas-vol"
    server.change(FILL.format(code=code, places=40))


def _wrong_codes(pupil: Pupil) -> Iterator[str]:
    page = pupil.page
    page.goto("/meedoen/AAAAAA")
    yield "fout-404-klas"
    page.goto("/meedoen")
    page.locator("#code").fill("AAAAAA")
    pupil.press_on()
    yield "meedoen-onbekend"
    for _guess in range(MOST_GUESSES):
        if page.locator("#code").count() == 0:
            break
        pupil.press_on()
    yield "fout-429"
