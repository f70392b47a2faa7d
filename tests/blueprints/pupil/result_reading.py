"""Reads a result page back into what it says, the way a pupil does."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.visitor import Page

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Card:
    """One of the worlds under "Waarom deze drie?"; its chip says what place it has."""

    name: str
    chip: str
    reasons: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Step:
    """One suggestion: a programme, a company or an event."""

    name: str
    reason: str
    source: str
    words: str


def words(element: Element) -> str:
    """All words of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def with_class(page: Page, tag: str, name: str) -> list[Element]:
    """Elements of a page with a tag and a class."""
    assert page.document is not None
    return [each for each in page.document.iter(tag) if name in (each.get("class") or "").split()]


def worlds_in_table(page: Page) -> list[str]:
    """The names of the worlds in the table, from the first to the last."""
    assert page.document is not None
    heads = [words(head) for head in page.document.findall(".//main//tbody/tr/th")]
    numbered = [head.partition(". ") for head in heads]
    assert [number for number, _dot, _name in numbered] == [
        str(place) for place in range(1, len(heads) + 1)
    ]
    return [name for _number, _dot, name in numbered]


def table_cells(page: Page) -> list[list[str]]:
    """The words beside each world in the table."""
    assert page.document is not None
    rows = page.document.findall(".//main//tbody/tr")
    return [[words(cell) for cell in row.findall("td")] for row in rows]


def skies(page: Page) -> list[Element]:
    """The drawing of the sky."""
    drawn = with_class(page, f"{SVG}svg", "heaven")
    assert len(drawn) == 1
    return drawn


def cards(page: Page) -> list[Card]:
    """The worlds with their reasons."""
    grid = with_class(page, "div", "reasons")[0]
    return [_card(section) for section in grid.findall("./section")]


def steps(page: Page) -> list[Step]:
    """Every suggestion of the page."""
    return list(_steps(page))


def _card(section: Element) -> Card:
    heading = section.find(".//h3")
    assert heading is not None
    chip = next(each for each in section.iter("p") if each.get("class") == "chip")
    reasons = tuple(words(item) for item in section.findall(".//ul/li"))
    return Card(words(heading), words(chip), reasons, words(section))


def _steps(page: Page) -> Iterator[Step]:
    for item in with_class(page, "li", "step"):
        if not with_class_in(item, "p", "why"):
            continue  # colleges near home to ask: no suggestion
        lines = [line for lines in with_class_in(item, "ul", "lines") for line in lines]
        for line in lines or [item]:
            name = line.find(".//strong") if lines else line.find(".//h4")
            why = with_class_in(line, "p", "why") or with_class_in(item, "p", "why")
            assert name is not None, words(item)
            assert len(why) == 1, words(item)
            yield Step(words(name), words(why[0]), _source(page, words(name)), words(item))


def _source(page: Page, name: str) -> str:
    """The address of the source before the name of a step in the fold of its group."""
    lines = with_class(page, "li", "source")
    told = next((line for line in lines if name in words(line).partition(": ")[2]), None)
    assert told is not None, name
    link = told.find("a")
    return "" if link is None else link.get("href", "")


def with_class_in(element: Element, tag: str, name: str) -> list[Element]:
    """Elements in another one with a tag and a class."""
    return [each for each in element.iter(tag) if each.get("class") == name]
