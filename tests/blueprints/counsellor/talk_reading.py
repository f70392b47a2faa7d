"""Reads the page of a shared result back, the way a counsellor does."""

from xml.etree.ElementTree import Element

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.counsellor.samples import sample_pupil
from tests.blueprints.pupil.result_reading import with_class, words
from tests.usecases.sharing.sharing import share
from tests.visitor import Page, Visitor

LONG = 25
SVG = "{http://www.w3.org/2000/svg}"


def open_talk(
    services: Services, talking: Visitor, decaan: Staff, name: str, minutes: int = 10
) -> Page:
    """The page of one of the sample pupils, after the yes."""
    return open_page(services, talking, decaan, sample_pupil(services, name), minutes)


def open_page(
    services: Services, talking: Visitor, decaan: Staff, attempt_id: int, minutes: int = 10
) -> Page:
    """The page of this pupil, after the yes."""
    share_id = share(services, attempt_id, decaan)
    return talking.get(f"/gesprekken/{share_id}?minuten={minutes}")


def asked(page: Page) -> list[str]:
    """The questions of the guide, in order."""
    return [words(each) for each in with_class(page, "p", "ask")]


def whys(page: Page) -> list[str]:
    """What stands with each of them."""
    return [words(each) for each in with_class(page, "p", "because")]


def competences(page: Page) -> list[str]:
    """The headings of the guide."""
    guide = with_class(page, "ol", "guide")[0]
    return [words(each) for each in guide.iter("h3")]


def chart(page: Page) -> list[list[str]]:
    """The rows of the chart: place, world, words."""
    return [
        [words(cell) for cell in row if words(cell)]
        for row in _table(page, "van meer naar minder").findall("./tbody/tr")
    ]


def contributions(page: Page, world: str) -> list[list[str]]:
    """Every answer that counted for a world: question, answer, its world, its part."""
    table = _table(page, f"Wat elk antwoord deed voor {world}")
    return [[words(cell) for cell in row if words(cell)] for row in table.findall("./tbody/tr")]


def agreed(page: Page) -> list[str]:
    """The steps that stand on the page."""
    lists = with_class(page, "ul", "agreed-steps")
    return [words(item) for each in lists for item in each.findall("li")]


def offered(page: Page, name: str) -> list[str]:
    """What can be picked from a list of the form, without the empty choice."""
    assert page.document is not None
    select = next(each for each in page.document.iter("select") if each.get("name") == name)
    values = [option.get("value", "") for option in select.iter("option")]
    return [value for value in values if value]


def planets(page: Page) -> list[str]:
    """The planets of the drawn sky, by the file of each, from the first to the last."""
    assert page.document is not None
    skies = [each for each in page.document.iter(f"{SVG}svg") if "heaven" in each.get("class", "")]
    return [image.get("href", "") for sky in skies for image in sky.iter(f"{SVG}image")]


def _table(page: Page, caption: str) -> Element:
    assert page.document is not None
    for table in page.document.iter("table"):
        found = table.find("caption")
        if found is not None and caption in words(found):
            return table
    raise AssertionError(f"no table about {caption!r}")
