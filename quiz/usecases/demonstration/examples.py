"""Which classes the demonstration shows, and what their invented pupils like."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class ClassKind:
    """What a class is called, and of which school type and year."""

    name: str
    school_type: str
    year: int


@dataclass(frozen=True)
class ExampleClass(ClassKind):
    """A class to make: how many finish, are under way, and fall silent; which worlds they like.

    `worlds`: how often a world is somebody's favourite, as weights; the others never are.
    `ago`: how long before now its lesson begins. `kept`: whether its pupils are still stored, or
    have left with their school year, as everybody's do. `size`: how many the class has at school.
    """

    worlds: Mapping[str, int]
    done: int
    ago: timedelta
    under_way: int = 0
    silent: int = 0
    kept: bool = True
    size: int | None = None


IN_LESSON = ExampleClass(
    name="Voorbeeld 3K: tijdens de les",
    school_type="vmbo-kb",
    year=3,
    worlds={"wonen-werken-verkeer": 3, "digitaal-media-entertainment": 3, "voeding-natuur": 2},
    done=15,
    under_way=7,
    silent=2,
    ago=timedelta(minutes=13),
    size=26,
)
FINISHED = (
    ExampleClass(
        name="Voorbeeld 2A: klaar",
        school_type="havo",
        year=2,
        worlds={"hitech-science": 7, "digitaal-media-entertainment": 3, "mens-gezondheid": 2},
        done=24,
        ago=timedelta(days=8),
    ),
    ExampleClass(
        name="Voorbeeld 2B: klaar",
        school_type="havo",
        year=2,
        worlds={"mens-gezondheid": 6, "voeding-natuur": 4, "energie-water-veiligheid": 2},
        done=22,
        ago=timedelta(days=7),
    ),
)
LAST_YEAR = ExampleClass(
    name="Voorbeeld 2A: vorig jaar",
    school_type="havo",
    year=2,
    worlds={"mens-gezondheid": 5, "hitech-science": 3, "wonen-werken-verkeer": 2},
    done=23,
    ago=timedelta(days=365),
    kept=False,
)
TOGETHER = (
    ExampleClass(
        name="Voorbeeld 4B: kleine klas",
        school_type="vmbo-gl-tl",
        year=4,
        worlds={"energie-water-veiligheid": 2, "hitech-science": 1},
        done=7,
        ago=timedelta(days=6),
    ),
    ExampleClass(
        name="Voorbeeld 4C: kleine klas",
        school_type="vmbo-gl-tl",
        year=4,
        worlds={"ontwerp-productie-wereldhandel": 2, "energie-water-veiligheid": 1},
        done=8,
        ago=timedelta(days=6),
    ),
)
EXAMPLES = (IN_LESSON, *FINISHED, LAST_YEAR, *TOGETHER)
TALKS = ExampleClass(
    name="Voorbeeld 3V: gesprekken",
    school_type="vwo",
    year=3,
    worlds={},
    done=3,
    ago=timedelta(days=40),
)
NAMES = tuple(example.name for example in (*EXAMPLES, TALKS))
