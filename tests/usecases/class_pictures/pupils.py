"""Classes with pupils who finish, answer more and erase: the half of the play that is not ours."""

from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import delete

from quiz.domain.scoring.profile import Profile
from quiz.storage.tables.base import Record
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.services import Services
from tests.usecases.class_pictures import lesson
from tests.usecases.class_pictures.moves import SIZES

MOST_CLASSES = 4
Pupils = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Shown:
    """A picture that was in sight, and whom it rests on: attempts with the number of a result.

    `classes`: which classes it shows; `year`: in which school year it was made.
    """

    picture: ClassPicture
    pupils: Pupils
    classes: frozenset[int] = frozenset()
    year: int = 0


class Lessons(RuleBasedStateMachine):
    """Some classes, and what was shown of them; it knows from aside who was in it."""

    services: Services

    def __init__(self) -> None:
        super().__init__()
        self.chance = Random(0)  # noqa: S311
        self.classes: dict[int, dict[int, int]] = {}
        self.with_profile: set[tuple[int, int]] = set()
        self.shown: list[Shown] = []
        self.year = 0

    @initialize(seed=st.integers(0, 10**6), sizes=SIZES)
    def begin(self, seed: int, sizes: list[int]) -> None:
        """Empty tables and a few classes."""
        with self.services.database.writing() as session:
            for table in reversed(Record.metadata.sorted_tables):
                session.execute(delete(table))
        self.chance = Random(seed)  # noqa: S311
        for size in sizes:
            self.a_class_starts()
            self.pupils_finish(len(self.classes) - 1, size)

    @precondition(lambda self: len(self.classes) < MOST_CLASSES)
    @rule()
    def a_class_starts(self) -> None:
        """One more class."""
        self.classes[self.new_class()] = {}

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), size=st.integers(1, 22))
    def pupils_finish(self, which: int, size: int) -> None:
        """Pupils reach a result; some with too few answers."""
        class_id = self._class(which)
        profiles = [self._profile() for _ in range(size)]
        numbers = lesson.finish(self.services, class_id, profiles)
        self.classes[class_id] |= dict.fromkeys(numbers, 1)
        self.with_profile |= {
            (number, 1) for number, made in zip(numbers, profiles, strict=True) if made
        }

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), size=st.integers(1, 12))
    def pupils_refine(self, which: int, size: int) -> None:
        """Pupils answer more and get a new result; now and then one that is too poor."""
        pupils = self.classes[self._class(which)]
        for number in self._some(pupils, size):
            pupils[number] += 1
            made = self._profile()
            lesson.refine(self.services, number, pupils[number], made)
            if made:
                self.with_profile.add((number, pupils[number]))

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), size=st.integers(1, 12))
    def pupils_erase(self, which: int, size: int) -> None:
        """Pupils erase everything."""
        pupils = self.classes[self._class(which)]
        for number in self._some(pupils, size):
            erase_attempt(self.services, number)
            del pupils[number]

    def new_class(self) -> int:
        """The number of a new class."""
        return lesson.new_class(self.services)

    def _profile(self) -> Profile | None:
        """Anybody's result; one in thirty gave too few answers."""
        if self.chance.random() < 0.03:
            return None
        return lesson.random_profile(self.services.bank.worlds, self.chance)

    def _class(self, which: int) -> int:
        return list(self.classes)[which % len(self.classes)]

    def _some(self, pupils: dict[int, int], size: int) -> list[int]:
        return self.chance.sample(sorted(pupils), min(size, len(pupils)))
