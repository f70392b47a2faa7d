"""Invented pupils who like exactly one subject of a world, or a whole world, and nothing else.

Their answers go through the real scorer, once per pattern; every school type and town then gets
the next steps that a pupil with this result would get.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import combinations, product

from quiz.config import paths
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.likes import likes_of
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import NextSteps, Pupil, Suggestion
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.profile import Profile
from quiz.results.earned import earned_worlds
from quiz.usecases.attempts.finish import FrozenResult
from tests.real import real_catalogue

FIRST = 3
NOT_SO, FAIR, NICE, SUPER = 2, 3, 4, 5

# From primary school to the last year of vwo, each with the year in which something is chosen.
SCHOOLS: tuple[tuple[str, int | None], ...] = (
    ("po", 8),
    ("pro", 2),
    ("pro", 4),
    ("vmbo-bb", 2),
    ("vmbo-bb", 4),
    ("vmbo-kb", 2),
    ("vmbo-kb", 4),
    ("vmbo-gl-tl", 2),
    ("vmbo-gl-tl", 4),
    ("brugklas", 1),
    ("havo", 3),
    ("havo", 5),
    ("vwo", 3),
    ("vwo", 6),
    ("isk", 1),
    ("mbo", 2),
    ("mbo", 4),
    ("onbekend", None),
)
# In the three seed regions, and far from them.
TOWNS = ("Ede", "Alkmaar", "Haarlem", "Middelburg", "Groningen", "Maastricht", "Enschede", "Almere")


@dataclass(frozen=True)
class Pattern:
    """One way to answer: super on some questions of a world, `rest` on its others."""

    world: str
    tag: str
    rest: int
    answers: Mapping[str, int]


@dataclass(frozen=True)
class Case:
    """A pupil with a result, at a school and in a town, and the next steps that they get."""

    pattern: Pattern
    school_type: str
    year: int | None
    town: str
    shown: tuple[str, ...]
    steps: NextSteps

    @property
    def programmes(self) -> tuple[Suggestion, ...]:
        """What can be chosen now, and after that, in the order in which it is shown."""
        return (*self.steps.programmes_now, *self.steps.programmes_next)

    @property
    def first(self) -> tuple[Suggestion, ...]:
        """The first programmes that the pupil sees."""
        return self.programmes[:FIRST]


def patterns(bank: Bank) -> Iterator[Pattern]:
    """Super on one subject; the rest of its world fair or nice; not so much elsewhere."""
    for (tag, subject), rest in product(bank.tags.items(), (FAIR, NICE)):
        yield _pattern(bank, subject.world, tag, rest, subject.items)


def pure_patterns(bank: Bank) -> Iterator[Pattern]:
    """Super on all of one world, not so much elsewhere."""
    for world in bank.worlds:
        yield _pattern(bank, world, "", SUPER, ())


def pair_patterns(bank: Bank) -> Iterator[Pattern]:
    """Super on all of two worlds, not so much elsewhere."""
    for world, other in combinations(bank.worlds, 2):
        loved = tuple(name for name in bank.live if bank.items[name].world in {world, other})
        yield _pattern(bank, world, "", SUPER, loved)


def two_subject_patterns(bank: Bank) -> Iterator[Pattern]:
    """Super on two subjects of one world, the rest of it fair, not so much elsewhere."""
    for (tag, one), (_, other) in combinations(bank.tags.items(), 2):
        if one.world == other.world:
            yield _pattern(bank, one.world, tag, FAIR, (*one.items, *other.items))


def cases_of(found: Pattern) -> Iterator[Case]:
    """Put this pupil at every school and in every town."""
    catalogue = seed()
    profile = scorer().profile(found.answers)
    codes = {town.name: code for code, town in catalogue.municipalities.items()}
    for (school_type, year), town in product(SCHOOLS, TOWNS):
        pupil = _pupil(profile, found.answers, school_type, year, codes[town])
        steps = match_next_steps(catalogue, pupil)
        yield Case(found, school_type, year, town, pupil.worlds, steps)


@cache
def seed() -> Catalogue:
    """The catalogue of this product."""
    return real_catalogue()


@cache
def questions() -> Bank:
    """The questions of this product."""
    return load_bank(paths.QUESTIONS)


@cache
def scorer() -> Scorer:
    """The trained model of this product."""
    return Scorer.load(bank=questions())


def _pattern(bank: Bank, world: str, tag: str, rest: int, loved: tuple[str, ...]) -> Pattern:
    answers = {
        name: SUPER if name in loved else rest if bank.items[name].world == world else NOT_SO
        for name in bank.live
    }
    return Pattern(world, tag, rest, answers)


def _pupil(
    profile: Profile, answers: Mapping[str, int], school_type: str, year: int | None, home: str
) -> Pupil:
    """The pupil that the result page makes of these answers: the worlds that earn it, the likes."""
    worlds = earned_worlds(profile, _result(profile, answers)).all
    likes = likes_of(answers, questions())
    return Pupil(profile.probabilities, worlds, school_type, year, home, likes)


def _result(profile: Profile, answers: Mapping[str, int]) -> FrozenResult:
    bank = questions()
    liked = {
        world: tuple(
            (name, answer)
            for name, answer in answers.items()
            if bank.items[name].world == world and answer >= bank.positive
        )
        for world in profile.shown_worlds
    }
    moment = datetime(2026, 11, 27, tzinfo=UTC)
    return FrozenResult(1, len(answers), profile, liked, False, moment, (bank.version, ""))
