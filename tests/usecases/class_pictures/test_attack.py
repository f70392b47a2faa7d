"""No sequence of steps that teachers and pupils of a school can do gives a few pupils away.

After every step: no sum or difference of things shown rests on fewer than ten pupils, and no
count that is in sight, or that follows from what is in sight, is of fewer than five.
"""

from itertools import combinations

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
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.class_pictures.attacker import Attacker
from tests.usecases.class_pictures.smallest import smallest_group

TEN, FIVE, THREE = 10, 5, 3


class Watched(Attacker):
    """The attacker, with what must hold after every step."""

    looked_at = weighed = 0

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


def test_no_sequence_of_steps_gives_a_few_pupils_away(services: Services) -> None:
    class AttackerHere(Watched):
        pass

    AttackerHere.services = services
    run_state_machine_as_test(
        AttackerHere,
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            suppress_health_check=list(HealthCheck),
        ),
    )
