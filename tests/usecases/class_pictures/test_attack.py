"""No sequence of steps that a teacher and pupils can do gives a few pupils away.

After every step: no sum or difference of things shown rests on fewer than ten pupils, and no
count that is in sight, or that follows from what is in sight, is of fewer than five.
"""

from itertools import combinations

from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from quiz.blueprints.classroom.deck import big_numbers, many_worlds, revealed
from quiz.usecases.class_pictures.operations import frozen_picture, frozen_pictures
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.class_pictures.attacker import Attacker
from tests.usecases.class_pictures.smallest import smallest_group

TEN, FIVE = 10, 5


class Watched(Attacker):
    """The attacker, with what must hold after every step."""

    looked_at = 0

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
        if len(self.shown) > self.looked_at:
            self.looked_at = len(self.shown)
            smallest = smallest_group([shown.pupils for shown in self.shown])
            assert smallest is not None
            assert smallest >= TEN

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
            deadline=None,
            max_examples=25,
            stateful_step_count=20,
            suppress_health_check=list(HealthCheck),
        ),
    )
