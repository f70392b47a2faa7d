"""Somebody who keeps every picture ever shown, and does anything that a teacher or a pupil can."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from quiz.usecases.class_pictures.errors import PictureError
from quiz.usecases.class_pictures.operations import classes_shown_with, freeze, make_picture
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.classes.care import close_class, delete_class, reopen_class
from quiz.usecases.classes.leaving import detach_attempt
from quiz.usecases.retention import purge
from tests.reading import read
from tests.usecases.class_pictures import lesson
from tests.usecases.class_pictures.moves import MOVE
from tests.usecases.class_pictures.pupils import MOST_CLASSES, Shown
from tests.usecases.class_pictures.school import School


class Attacker(School):
    """Does what a teacher can, and keeps what was shown."""

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), size=st.integers(1, 12))
    def the_teacher_detaches(self, which: int, size: int) -> None:
        """Entries leave the class."""
        class_id = self._class(which)
        for number in self._some(self.classes[class_id], size):
            detach_attempt(self.services, class_id, number)
            del self.classes[class_id][number]

    @precondition(lambda self: 0 < len(self.classes) < MOST_CLASSES)
    @rule(which=st.integers(0, 9), left=st.sampled_from([1, 2, 9]))
    def nearly_all_go_to_another_class(self, which: int, left: int) -> None:
        """Once it is shown, all but a few take their answers along, and both are shown."""
        here = self._class(which)
        self.the_teacher_shows_one_class(which)
        self.a_class_starts()
        there = list(self.classes)[-1]
        for number in sorted(self.classes[here])[left:]:
            detach_attempt(self.services, here, number)
            result = self.classes[here].pop(number)
            if lesson.comes_in(self.services, number, there):
                self.classes[there][number] = result
        self.the_teacher_shows_one_class(len(self.classes) - 1)
        self.the_teacher_shows_one_class(which)

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
        """Sluit de klas en maak het beeld."""
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
        self.forget(class_id)
        del self.classes[class_id]

    def shows(self, class_ids: list[int]) -> None:
        """A picture of these classes, whoever asks for it."""
        self._show(class_ids, lambda: make_picture(self.services, class_ids))

    def _show(self, class_ids: list[int], showing: Callable[[], ClassPicture]) -> None:
        try:
            picture = showing()
        except PictureError:
            return
        if picture in [shown.picture for shown in self.shown]:
            return
        together = {class_ids[0], *read(self.services, classes_shown_with, class_ids[0])}
        units = {unit for class_id in together for unit in self.classes[class_id].items()}
        tags = frozenset(map(self.tag, together))
        self.shown.append(Shown(picture, frozenset(units & self.with_profile), tags, self.year))
        assert picture.pupils == len(units)
