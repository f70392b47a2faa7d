"""No sequence of steps that teachers and pupils of a school can do gives a few pupils away.

After every step: no sum or difference of things shown rests on fewer than ten pupils, and no
count that is in sight, or that follows from what is in sight, is of fewer than five.
"""

from itertools import combinations

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.blueprints.classroom.deck import big_numbers, many_worlds, revealed
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.operations import frozen_picture, frozen_pictures
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.classes.colleagues import open_to
from quiz.web.access.audiences import NotAllowed
from quiz.web.access.staff import StaffMember
from tests.conftest import services_of
from tests.reading import read
from tests.usecases.class_pictures.attacker import Attacker
from tests.usecases.class_pictures.files import WHOSE, files, numbers_in, numbers_of
from tests.usecases.class_pictures.smallest import smallest_group

TEN, FIVE, THREE = 10, 5, 3


class Watched(Attacker):
    """The attacker, with what must hold after every step."""

    app: Flask
    looked_at = weighed = 0

    def __init__(self) -> None:
        super().__init__()
        self.in_files: dict[tuple[int, int], dict[str, object]] = {}

    @invariant()
    def a_retake_shows_nothing_new(self) -> None:
        """Screens and exports only repeat."""
        known = [shown.picture for shown in self.shown]
        for class_id in self.classes:
            newest = read(self.services, frozen_picture, class_id)
            every = read(self.services, frozen_pictures, class_id)
            assert newest is None or newest == every[-1]
            assert all(picture in known for picture in every)
            assert all(ClassPicture.from_json(each.as_json()) in known for each in every)

    @invariant()
    def nothing_that_follows_rests_on_fewer_than_ten(self) -> None:
        """Any pictures ever shown, added and subtracted with any weights."""
        if len(self.shown) + len(self.figures) > self.looked_at:
            self.looked_at = len(self.shown) + len(self.figures)
            figures = [shown.pupils for shown in self.figures]
            smallest = smallest_group([*(shown.pupils for shown in self.shown), *figures])
            assert smallest is not None
            assert smallest >= TEN

    @invariant()
    def no_figure_of_the_school_tells_about_one_class(self) -> None:
        """Figures of any years, added and subtracted: three classes or nobody."""
        if len(self.figures) > self.weighed:
            self.weighed = len(self.figures)
            pictures = [shown.pictures for shown in self.figures]
            assert (smallest_group(pictures) or 0) >= THREE
            newest = self.figures[-1]
            assert newest.figure.classes == len(newest.pictures)
            assert len(newest.pupils) >= THREE * TEN
            assert newest.figure.pupils % FIVE == 0

    @invariant()
    def a_class_opens_for_its_owner_and_whom_they_let_in(self) -> None:
        """However often it is shared, closed again and handed over."""
        for person in self.mentors:
            mine = {each for each, people in self.may_open.items() if person.id in people}
            assert read(self.services, _open_to, person) == mine

    @invariant()
    def no_count_in_sight_is_small(self) -> None:
        """Nor nearly everybody, nor to be worked out from a total."""
        for shown in self.shown:
            for counts in _counts(shown.picture):
                in_sight = [count for count in counts if count is not None]
                assert all(FIVE <= count <= len(shown.pupils) - FIVE for count in in_sight)
            assert _counts(shown.picture)[0].count(None) != 1

    @invariant()
    def the_board_says_no_more_than_the_picture(self) -> None:
        """Each number on the wall is a count in sight; what does not stand out has no order."""
        order = self.services.bank.worlds
        for shown in self.shown:
            picture = shown.picture
            in_sight = {each.world: each.top_three for each in picture.worlds}
            assert all(in_sight[each.world] == each.count for each in big_numbers(picture))
            many = many_worlds(picture)
            assert many is None or many.least in in_sight.values()
            out = revealed(picture, order)
            assert [*out.above, *out.equal, *out.below] == sorted(
                order, key=lambda each: (each not in picture.above, each in picture.below)
            )

    @invariant()
    def files_say_no_more_than_the_picture(self) -> None:
        """CSV, XLSX, PDF and slide: its numbers alone; and one at random says the same again."""
        every = [
            (class_id, picture)
            for class_id in self.classes
            for picture in read(self.services, frozen_pictures, class_id)
        ]
        new = [(each, it) for each, it in every if (self.tag(each), it.number) not in self.in_files]
        for class_id, picture in new:
            found = self._files(class_id, picture)
            self.in_files[self.tag(class_id), picture.number] = found
            said, known = set(numbers_in(found)), numbers_of(picture)
            assert said <= known, said - known
        if every:
            class_id, picture = self.chance.choice(every)
            before = self.in_files[self.tag(class_id), picture.number]
            again = self._files(class_id, picture)
            assert again == before or again[WHOSE] != before[WHOSE], "only the picture says it"

    def _files(self, class_id: int, picture: ClassPicture) -> dict[str, object]:
        """As one of those who may open the class reads them; for another it does not exist."""
        readers = {
            each.id in self.may_open[class_id]: StaffMember(
                each.id, each.school_id, frozenset(), each.email, ""
            )
            for each in self.mentors
        }
        if False in readers:
            with pytest.raises(NotAllowed):
                files(self.app, readers[False], class_id, picture.number)
        return files(self.app, readers[True], class_id, picture.number)

    @invariant()
    def two_tables_of_counts_share_nobody(self) -> None:
        """So that no count follows from the difference of two."""
        full = [shown for shown in self.shown if shown.picture.level == "full"]
        for one, other in combinations(full, 2):
            assert not {each for each, _ in one.pupils} & {each for each, _ in other.pupils}


def _open_to(session: Session, person: Staff) -> set[int]:
    return set(session.scalars(select(SchoolClass.id).where(open_to(person.id, person.school_id))))


def _counts(picture: ClassPicture) -> tuple[list[int | None], list[int | None]]:
    worlds = [world.top_three for world in picture.worlds]
    return worlds, [kind.strongest for kind in picture.tech_types]


def test_no_sequence_of_steps_gives_a_few_pupils_away(clean_app: Flask) -> None:
    class AttackerHere(Watched):
        services = services_of(clean_app)
        app = clean_app

    run_state_machine_as_test(
        AttackerHere,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            suppress_health_check=list(HealthCheck),
        ),
    )
