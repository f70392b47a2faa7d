"""Coming back with the code and looking again, in a real browser, with and without scripts."""

import pytest

from tests.browser.chromium import LAPTOP, PHONE, Options
from tests.browser.conftest import OpenPage
from tests.browser.pupil import Pupil
from tests.live_server import Server


@pytest.mark.parametrize(
    ("size", "scripts"),
    [
        pytest.param(PHONE, True, id="phone-with-scripts"),
        pytest.param(LAPTOP, False, id="laptop-without-scripts"),
    ],
)
def test_a_pupil_comes_back_and_puts_then_beside_now(
    own_server: Server, open_page: OpenPage, size: Options, *, scripts: bool
) -> None:
    pupil = Pupil(open_page(own_server, **size, java_script_enabled=scripts))
    pupil.start()
    code = pupil.page.locator(".secret").inner_text()
    pupil.press_on()
    pupil.arrive()

    later = Pupil(open_page(own_server, **size, java_script_enabled=scripts))
    later.page.goto(f"{own_server.url}/terug")
    later.page.locator("#code").fill(code)
    later.press_on()
    assert later.path == "/resultaat"
    later.page.locator("#verder > summary").click()
    later.press("main p a[href='/opnieuw']")
    later.press_on()
    assert later.path == "/vragen"
    later.answer("2")

    later.page.goto(f"{own_server.url}/resultaat")
    assert "Je kijkt nog een keer" in later.page.locator(".notice").first.inner_text()
    later.press(".notice a[href='/opnieuw']")
    later.press_on()
    later.answer()
    later.arrive()
    assert later.page.locator("#toen > summary").inner_text() == "Toen en nu"
    later.page.locator("#toen > summary").click()
    assert later.page.locator(".shifts svg").filter(visible=True).count() == 7
    assert own_server.rows("SELECT count(*) FROM attempt") == [(2,)]
    assert own_server.rows("SELECT number FROM result ORDER BY number") == [(1,), (1,)]

    later.page.locator("#verder > summary").click()
    later.press("main li a[href='/resultaat?keer=1']")
    assert "Dit is je eerste sterrenhemel" in later.page.locator("main").inner_text()
    assert later.page.locator("#toen").count() == 0
