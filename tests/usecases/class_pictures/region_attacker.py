"""Somebody who keeps everything ever shown of two regions, and decides what happens when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from random import Random
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import delete

from quiz.storage.tables.base import Record
from quiz.usecases.class_pictures import region_intake
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.class_pictures.region_figure import region_years
from quiz.usecases.class_pictures.region_rule import Batch, Kind, Waiting
from quiz.usecases.classes.care import delete_class
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.class_pictures.region_answers import Answer, Unit, in_sight, is_in, kinds_of
from tests.usecases.class_pictures.shown_classes import (
    EDE,
    TIEL,
    TOWNS,
    Shown,
    classes_of,
    place,
    show,
    show_again,
)

SCHOOLS = ("De Eik", "De Linde", "De Beuk", "De Den")
A_YEAR = timedelta(days=366)
SCHOOLING = st.sampled_from([("havo", 2), ("havo", 3), ("vwo", 2), ("vmbo-kb", 3), ("havo", None)])
PUPILS = st.sampled_from([10, 11, 12, 19, 30])
WHICH = st.integers(0, 30)
WHERE = st.sampled_from(SCHOOLS)
Batches = Callable[[Iterable[Waiting]], Mapping[Kind, Batch]]


def press(services: Services, region: str, towns: list[str]) -> None:
    """What the button does."""
    with services.database.writing() as session:
        region_intake.add_to_region(services, session, region, towns)


class RegionAttacker(RuleBasedStateMachine):
    """Schools that show classes, renew, delete and move; coordinators of two regions who press."""

    services: Services

    def __init__(self) -> None:
        super().__init__()
        self.chance = Random(0)  # noqa: S311
        self.tags: dict[int, int] = {}
        self.made = 0
        self.owner: dict[int, str] = {}
        self.inside: dict[tuple[str, Kind], set[Unit]] = {}
        self.pictures: dict[Unit, ClassPicture] = {}
        self.answers: list[Answer] = []

    @initialize(seed=st.integers(0, 10**6))
    def begin(self, seed: int) -> None:
        """Empty tables, and four schools in two regions."""
        with self.services.database.writing() as session:
            for table in reversed(Record.metadata.sorted_tables):
                session.execute(delete(table))
        self.chance = Random(seed)  # noqa: S311
        for school, town in zip(SCHOOLS, (EDE, EDE, EDE, TIEL), strict=True):
            place(self.services, school, town)

    @rule(
        school=WHERE,
        schooling=SCHOOLING,
        pupils=PUPILS,
        number=st.integers(1, 4),
        both=st.booleans(),
    )
    def classes_are_shown(
        self, school: str, schooling: tuple[str, int | None], pupils: int, number: int, both: bool
    ) -> None:
        """Some of one school; or small ones together, which have one picture."""
        one = Shown(school, *schooling, pupils)
        together = [one, replace(one, year=1)] if both else [one]
        for _picture in range(number):
            self._new(show(self.services, *together, chance=self.chance), school)

    @rule(schooling=SCHOOLING, counts=st.tuples(*[st.sampled_from([0, 1, 2, 3, 4])] * 4))
    def every_school_shows_some(
        self, schooling: tuple[str, int | None], counts: tuple[int, int, int, int]
    ) -> None:
        """Of one kind, and the coordinators look at once."""
        for school, number in zip(SCHOOLS, counts, strict=True):
            for _class in range(number):
                new = show(self.services, Shown(school, *schooling), chance=self.chance)
                self._new(new, school)
        self.the_coordinators_press()

    @rule()
    def the_coordinators_press(self) -> None:
        """Both of them, and everything in sight is kept."""
        for region, towns in TOWNS.items():
            noting = self._comes_in(region, vars(region_intake)["batches"])
            with patch.object(region_intake, "batches", noting):
                press(self.services, region, towns)
            self._remember(region)

    @precondition(lambda self: self.tags)
    @rule(which=WHICH, pupils=PUPILS, press=st.booleans())
    def a_picture_is_made_again(self, which: int, pupils: int, press: bool) -> None:
        """Ten pupils changed, and the class has another picture."""
        series = self._series(which)
        show_again(self.services, series, pupils, self.chance)
        if press:
            self.the_coordinators_press()

    @precondition(lambda self: self.tags)
    @rule(which=WHICH, press=st.booleans())
    def a_class_is_deleted(self, which: int, press: bool) -> None:
        """With everything of it."""
        series = self._series(which)
        for number in read(self.services, classes_of, series):
            delete_class(self.services, number)
        del self.tags[series]
        if press:
            self.the_coordinators_press()

    @rule(
        schools=st.sets(WHERE, min_size=1, max_size=2),
        town=st.sampled_from([EDE, TIEL, None]),
        press=st.booleans(),
    )
    def schools_move(self, schools: set[str], town: str | None, press: bool) -> None:
        """To the other region, or out of both."""
        for school in sorted(schools):
            place(self.services, school, town)
        if press:
            self.the_coordinators_press()

    @rule()
    def the_next_school_year_begins(self) -> None:
        """Classes stay, and their next pictures are of that year."""
        clock = self.services.clock
        self.services = replace(self.services, clock=lambda: clock() + A_YEAR)

    def _new(self, series: int, school: str) -> None:
        self.tags[series] = self.made
        self.owner[self.made] = school
        self.made += 1

    def _series(self, which: int) -> int:
        return list(self.tags)[which % len(self.tags)]

    def _comes_in(self, region: str, batches: Batches) -> Batches:
        """As the rule lets them in, and noted here: what was thrown away began anew."""

        def noted(waiting: Iterable[Waiting]) -> Mapping[Kind, Batch]:
            found, there = batches(waiting), read(self.services, kinds_of, region)
            for kind, batch in found.items():
                inside = self.inside.setdefault((region, kind), set())
                if kind not in there:
                    inside.clear()
                for each in batch:
                    unit = self.tags[each.series], each.picture.number
                    self.pictures[unit] = each.picture
                    inside.add(unit)
            return found

        return noted

    def _remember(self, region: str) -> None:
        """Every figure in sight now."""
        for year in read(self.services, region_years, region):
            for figure, which in in_sight(year):
                mine = (
                    units
                    for (where, kind), units in self.inside.items()
                    if where == region and is_in(kind, which)
                )
                self.answers.append(Answer(figure, frozenset[Unit]().union(*mine)))
