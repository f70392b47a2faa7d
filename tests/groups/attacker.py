"""Somebody who keeps every picture ever shown, and does anything that a teacher or a pupil can."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)
from sqlalchemy import delete

from quiz.attempts import (
    Services,
    close_class,
    delete_class,
    detach_attempt,
    erase_attempt,
    reopen_class,
)
from quiz.attempts.purge import purge
from quiz.groups import (
    ClassPicture,
    PictureError,
    classes_shown_with,
    freeze,
    make_picture,
)
from quiz.records import Record
from quiz.scoring import Profile
from tests.groups import lesson
from tests.groups.moves import MOVE, SIZES

MOST_CLASSES = 4
Pupils = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Shown:
    """A picture that was in sight, and whom it rests on: attempts with the number of a result."""

    picture: ClassPicture
    pupils: Pupils


class Attacker(RuleBasedStateMachine):
    """Keeps what was shown, and knows from aside who was in it."""

    services: Services

    def __init__(self) -> None:
        super().__init__()
        self.chance = Random(0)  # noqa: S311
        self.classes: dict[int, dict[int, int]] = {}
        self.with_profile: set[tuple[int, int]] = set()
        self.shown: list[Shown] = []

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
        self.classes[lesson.new_class(self.services)] = {}

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

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), size=st.integers(1, 12))
    def the_teacher_detaches(self, which: int, size: int) -> None:
        """Entries leave the class."""
        class_id = self._class(which)
        for number in self._some(self.classes[class_id], size):
            detach_attempt(self.services, class_id, number)
            del self.classes[class_id][number]

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), moves=st.lists(MOVE, min_size=2, max_size=6))
    def some_go_some_come_and_the_teacher_shows_it(
        self, which: int, moves: list[tuple[int, int, int, int]]
    ) -> None:
        """Some of the first and of the last go, some get a new result, others come; and again.

        So a class gets nearly back to what it was two pictures ago, or passes from group to group.
        """
        class_id = self._class(which)
        self.the_teacher_shows_one_class(which)
        for first, last, coming, again in moves:
            pupils = sorted(self.classes[class_id])
            for number in {*pupils[:first], *pupils[max(0, len(pupils) - last) :]}:
                detach_attempt(self.services, class_id, number)
                del self.classes[class_id][number]
            self.pupils_refine(which, again)
            if coming:
                self.pupils_finish(which, coming)
            self.the_teacher_shows_one_class(which)

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9))
    def the_teacher_shows_one_class(self, which: int) -> None:
        """Klaar: toon het klassenbeeld."""
        class_id = self._class(which)
        self._show([class_id], lambda: freeze(self.services, class_id))

    @precondition(lambda self: len(self.classes) > 1)
    @rule(which=st.sets(st.integers(0, MOST_CLASSES - 1), min_size=2))
    def the_teacher_shows_classes_together(self, which: set[int]) -> None:
        """A picture of parallel classes."""
        class_ids = sorted({self._class(each) for each in which})
        self._show(class_ids, lambda: make_picture(self.services, class_ids))

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), close=st.booleans())
    def the_teacher_closes_or_reopens(self, which: int, close: bool) -> None:
        """The door of a class."""
        (close_class if close else reopen_class)(self.services, self._class(which))

    @precondition(lambda self: self.shown)
    @rule()
    def the_school_year_ends(self) -> None:
        """Everything of the pupils is removed by date; classes and pictures stay."""
        purge(self.services.database, lesson.NOW + timedelta(days=300))
        for pupils in self.classes.values():
            pupils.clear()

    @precondition(lambda self: len(self.classes) > 2)
    @rule(which=st.integers(0, 9))
    def the_teacher_deletes_a_class(self, which: int) -> None:
        """A class with everything in it."""
        class_id = self._class(which)
        delete_class(self.services, class_id)
        del self.classes[class_id]

    def _show(self, class_ids: list[int], showing: Callable[[], ClassPicture]) -> None:
        try:
            picture = showing()
        except PictureError:
            return
        if picture in [shown.picture for shown in self.shown]:
            return
        together = {class_ids[0], *classes_shown_with(self.services, class_ids[0])}
        units = {unit for class_id in together for unit in self.classes[class_id].items()}
        self.shown.append(Shown(picture, frozenset(units & self.with_profile)))
        assert picture.pupils == len(units)

    def _profile(self) -> Profile | None:
        """Anybody's result; one in thirty gave too few answers."""
        if self.chance.random() < 0.03:
            return None
        return lesson.random_profile(self.services.bank.worlds, self.chance)

    def _class(self, which: int) -> int:
        return list(self.classes)[which % len(self.classes)]

    def _some(self, pupils: dict[int, int], size: int) -> list[int]:
        return self.chance.sample(sorted(pupils), min(size, len(pupils)))
