"""Reads the screens of a class picture as a class before the board does."""

import html
import re
from collections.abc import Iterator

from tests.visitor import Visitor


def screens(visitor: Visitor, class_id: int, number: str = "") -> Iterator[str]:
    """Every screen, by the links on them, from the first to the last."""
    address = f"/klassen/{class_id}/beeld/scherm{number}"
    while address:
        page = visitor.get(address)
        assert page.status == 200
        yield page.html
        onward = re.search(r'rel="next"\s+data-turn\s+href="([^"]*)"', page.html)
        address = html.unescape(onward[1]) if onward else ""


def kind_of(screen: str) -> str:
    found = re.search(r'class="stage (\w+)"', screen)
    assert found is not None
    return found[1]


def planets_of(part: str) -> list[str]:
    """Which planets there are, in their order."""
    return re.findall(r"worlds/([\w-]+)\.svg", part)


def group(screen: str, name: str) -> list[str]:
    """The planets in one list of a screen."""
    found = re.search(rf'<ul class="planets {name}.*?</ul>', screen, re.DOTALL)
    return planets_of(found[0]) if found else []


def digits_in(screen: str, *names: str) -> set[int]:
    """The numbers that a class can read on a screen, but those in the name of the class."""
    stage = screen.partition('<div class="stage')[2].partition('class="lost-touch"')[0]
    text = html.unescape(re.sub(r"<[^>]*>", " ", stage))
    for name in names:
        text = text.replace(name, "")
    return {int(number) for number in re.findall(r"\d+", text)}
