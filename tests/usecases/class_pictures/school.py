"""The school around the classes: mentors who share and hand over, school years, and its figure."""

from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from sqlalchemy import select

from quiz.storage.tables.school import School as SchoolRow
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.errors import PictureError
from quiz.usecases.class_pictures.school_figure import SchoolPicture, make_school_figure
from quiz.usecases.classes import colleagues
from quiz.usecases.staff.people import NewAccount, make_staff
from tests.usecases.class_pictures.pupils import Lessons, Pupils

MENTORS = 3
MOST_OF_A_SCHOOL = 6
A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class FigureShown:
    """A figure that was in sight: which pictures of which series it rests on, and the pupils."""

    figure: SchoolPicture
    pictures: frozenset[tuple[int, int]]
    pupils: Pupils


class School(Lessons):
    """Mentors of one school, who may open what they own or what is shared with them."""

    def __init__(self) -> None:
        super().__init__()
        self.mentors: list[Staff] = []
        self.may_open: dict[int, set[int]] = {}
        self.figures: list[FigureShown] = []
        self.tags: dict[int, int] = {}
        self.gone: set[int] = set()

    def new_class(self) -> int:
        """A class of one of the mentors."""
        class_id = super().new_class()
        owner = self._mentor(len(self.classes) % MENTORS)
        with self.services.database.writing() as session:
            session.get_one(SchoolClass, class_id).teacher_id = owner.id
        self.may_open[class_id] = {owner.id}
        return class_id

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), who=st.integers(0, MENTORS - 1), gives=st.booleans())
    def a_class_is_shared_or_handed_over(self, which: int, who: int, gives: bool) -> None:
        """By its owner, or by an admin."""
        class_id, person = self._class(which), self._mentor(who)
        with self.services.database.writing() as session:
            group = session.get_one(SchoolClass, class_id)
            if gives:
                was = group.teacher_id
                colleagues.hand_over(session, group, person)
                self.may_open[class_id] = self._openers(class_id) - {was} | {person.id}
            else:
                colleagues.add_colleague(session, group, person, self.services.clock())
                self._openers(class_id).add(person.id)

    @precondition(lambda self: self.classes)
    @rule(which=st.integers(0, 9), who=st.integers(0, MENTORS - 1))
    def a_class_is_no_longer_shared(self, which: int, who: int) -> None:
        """For a colleague; the owner stays."""
        class_id, person = self._class(which), self._mentor(who)
        with self.services.database.writing() as session:
            colleagues.remove_colleague(session, class_id, person.id)
            if session.get_one(SchoolClass, class_id).teacher_id != person.id:
                self._openers(class_id).discard(person.id)

    @precondition(lambda self: self.classes and len(self.classes) < MOST_OF_A_SCHOOL)
    @rule(rounds=st.lists(st.sampled_from([1, 2, 3]), max_size=2), again=st.booleans())
    def a_school_shows_classes_and_its_figure_again_and_again(
        self, rounds: list[int], again: bool
    ) -> None:
        """Three classes, then one, two or three more; or one of them with ten new pupils."""
        for more in [3, *rounds]:
            for _class in range(more):
                self.a_class_starts()
                self.pupils_finish(len(self.classes) - 1, 12)
                self.shows([list(self.classes)[-1]])
            self.the_school_figure_is_made()
        if again:
            self.pupils_finish(len(self.classes) - 1, 12)
            self.shows([list(self.classes)[-1]])
            self.the_school_figure_is_made()

    @rule()
    def the_school_figure_is_made(self) -> None:
        """Onze school: maak het schoolbeeld."""
        with self.services.database.reading() as session:
            school = session.scalar(select(SchoolRow.id).where(SchoolRow.name == "Een school"))
        try:
            figure = make_school_figure(self.services, school or 0)
        except PictureError:
            return
        if figure not in [shown.figure for shown in self.figures]:
            self.figures.append(self._figure_shown(figure))

    @rule()
    def the_next_school_year_begins(self) -> None:
        """And nobody ran the purge yet: the same pupils may be in pictures of two years."""
        clock = self.services.clock
        self.services = replace(self.services, clock=lambda: clock() + A_YEAR)
        self.year += 1

    @precondition(lambda self: len(self.classes) > 1)
    @rule(which=st.integers(0, 9), who=st.integers(0, MENTORS - 1))
    def two_mentors_show_theirs_together(self, which: int, who: int) -> None:
        """One shares a class with the other, who shows it beside one of their own."""
        self.a_class_is_shared_or_handed_over(which, who, gives=True)
        self.a_class_is_shared_or_handed_over(which + 1, (who + 1) % MENTORS, gives=True)
        self.a_class_is_shared_or_handed_over(which + 1, who, gives=False)
        self.shows(sorted({self._class(which), self._class(which + 1)}))

    def shows(self, class_ids: list[int]) -> None:
        """The half that keeps what was shown does this."""
        raise NotImplementedError

    def forget(self, class_id: int) -> None:
        """A class is deleted; its number may come back for another one."""
        self.gone.add(self.tag(class_id))
        del self.tags[class_id]
        self.may_open.pop(class_id, None)

    def tag(self, class_id: int) -> int:
        """A number for a class that no later one gets."""
        return self.tags.setdefault(class_id, len(self.tags) + len(self.gone))

    def _figure_shown(self, figure: SchoolPicture) -> FigureShown:
        """Which pictures are in it, as this play knows: the newest of the year of each class."""
        newest: dict[int, int] = {}
        series: dict[int, int] = {}
        for number, shown in enumerate(self.shown):
            known = min((series[tag] for tag in shown.classes if tag in series), default=number)
            series |= dict.fromkeys(shown.classes, known)
            if shown.year == self.year and not shown.classes <= self.gone:
                newest[known] = number
        pupils = frozenset[tuple[int, int]]().union(
            *(self.shown[each].pupils for each in newest.values())
        )
        return FigureShown(figure, frozenset(newest.items()), pupils)

    def _mentor(self, who: int) -> Staff:
        with self.services.database.writing() as session:
            if not self.mentors:
                school = session.scalar(select(SchoolRow.id)) or 0
                for number in range(MENTORS):
                    new = NewAccount(f"mentor{number}@een.example", school, ("teacher",))
                    self.mentors.append(make_staff(session, new, "-", self.services.clock()))
        return self.mentors[who]

    def _openers(self, class_id: int) -> set[int]:
        return self.may_open.setdefault(class_id, set())
