"""The pages of a retake, for the tour of all pages."""

from collections.abc import Iterator

from tests.browser.pupil import Pupil


def retaking(pupil: Pupil) -> Iterator[str]:
    """From a first result, past every page about looking again, to then and now."""
    page = pupil.page
    page.goto("/opnieuw")
    yield "opnieuw"
    pupil.press_on()
    yield "opnieuw-vragen"
    page.goto("/opnieuw")
    yield "opnieuw-bezig"
    page.goto("/resultaat")
    yield "opnieuw-eerdere-hemel"
    page.goto("/vragen")
    pupil.arrive()
    page.locator("#toen > summary").click()
    yield "opnieuw-toen-en-nu"
    page.goto("/resultaat?keer=1")
    yield "opnieuw-eerste-hemel"
