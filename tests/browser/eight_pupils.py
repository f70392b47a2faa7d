"""Eight pupils who answer by a rule, so that a result looks like theirs, for tests and pictures.

They are invented. Each differs in what a result must be able to show: clear, broad, contradictory,
the same everywhere, few answers, very young, new in the country, and close to an exam.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from urllib.parse import urlsplit
from zlib import crc32

from playwright.sync_api import Page

from quiz.domain.bank.load import load_bank
from quiz.lab.bench.fast_forms import FastForm
from quiz.lab.bench.robots import Robot

Rule = Callable[[str], int]
_ITEMS = load_bank().items
# Tech-type questions belong to no world.
_OTHER = 4


@dataclass(frozen=True)
class Somebody:
    """What a pupil says of school, and how they answer a question of the bank."""

    school_type: str
    year: int
    place: str
    rule: Rule

    def fill(self, form: FastForm) -> dict[str, str]:
        """Fill in whatever form comes on the way to a result."""
        told = {"school_type": self.school_type, "year": str(self.year), "place": self.place}
        told["own_world"] = "onbekend"
        filled = {name: told[name] for name in told if name in (*form.choices, *form.values)}
        for name in form.choices:
            if name not in told:
                filled[name] = str(self.rule(name) if name in _ITEMS else _OTHER)
        return {**form.values, **filled}

    def arrive(self, page: Page, address: str) -> None:
        """Be at their result in this browser; a robot walks the way."""
        robot = Robot(urlsplit(address).netloc, Random(1), fill=self.fill)  # noqa: S311
        robot.walk("/start")
        robot.close()
        page.context.add_cookies(
            [
                {"name": name, "value": value, "url": address}
                for name, value in robot.cookies.items()
            ]
        )
        page.goto(f"{address}/resultaat")


def fond_of(worlds: Mapping[str, int]) -> Rule:
    """Answer the questions of some worlds with a number, all others with "niet zo"."""
    return lambda question: worlds.get(_ITEMS[question].world, 2)


def _contradictory(question: str) -> int:
    return 1 if crc32(question.encode()) % 2 else 5


def _seldom(question: str) -> int:
    """Seven in ten answered, and food liked."""
    if crc32(question.encode()) % 10 > 6:
        return 0
    return 5 if _ITEMS[question].world == "voeding-natuur" else 3


EIGHT: Mapping[str, Somebody] = {
    "clear": Somebody("vmbo-kb", 2, "Ede", fond_of({"hitech-science": 5})),
    "broad": Somebody(
        *("havo", 3, "Alkmaar"),
        fond_of(
            {
                "mens-gezondheid": 5,
                "digitaal-media-entertainment": 5,
                "wonen-werken-verkeer": 5,
                "energie-water-veiligheid": 4,
            }
        ),
    ),
    "contradictory": Somebody("vmbo-gl-tl", 4, "Groningen", _contradictory),
    "the same": Somebody("vmbo-bb", 2, "Ede", lambda _question: 1),
    "few answers": Somebody("vmbo-kb", 3, "Haarlem", _seldom),
    "very young": Somebody(
        "po", 7, "Middelburg", fond_of({"voeding-natuur": 5, "mens-gezondheid": 4})
    ),
    "isk": Somebody(
        *("isk", 2, "Enschede"),
        fond_of({"wonen-werken-verkeer": 5, "ontwerp-productie-wereldhandel": 4}),
    ),
    "vwo 5": Somebody(
        *("vwo", 5, "Ede"),
        fond_of(
            {
                "hitech-science": 5,
                "energie-water-veiligheid": 4,
                "digitaal-media-entertainment": 4,
            }
        ),
    ),
}
