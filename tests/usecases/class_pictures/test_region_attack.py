"""No sequence of steps tells a coordinator, or a school that knows all of itself, about one class.

And a rule that is made weaker on purpose is found out: each of these weakenings gives a leak.
"""

from collections.abc import Callable, Iterator, Sequence

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.class_pictures.region_figure import Figure
from tests.conftest import services_of
from tests.usecases.class_pictures.region_answers import Unit
from tests.usecases.class_pictures.region_attacker import SCHOOLS, RegionAttacker
from tests.usecases.class_pictures.smallest import smallest_group
from tests.usecases.class_pictures.weakened_region_rules import WEAKENINGS

THREE, THIRTY, FIVE = 3, 30, 5


class Leak(Exception):
    """Things shown, added and subtracted, rest on fewer than three classes or thirty pupils."""


class Watched(RegionAttacker):
    """The attacker, with what must hold after every step."""

    looked_at = 0

    @invariant()
    def nothing_in_sight_tells_about_fewer_than_three_classes(self) -> None:
        """All answers ever given, with any weights: by anybody, and by who knows a whole school."""
        if len(self.answers) == self.looked_at:
            return
        for answer in self.answers[self.looked_at :]:
            _says_what_it_rests_on(answer.figure, [self.pictures[unit] for unit in answer.rests_on])
        self.looked_at = len(self.answers)
        every = list({answer.rests_on for answer in self.answers})
        self._require_enough(every)
        for school in SCHOOLS:
            own = {unit for unit in self.pictures if self.owner[unit[0]] == school}
            self._require_enough([rest for each in every if (rest := each - own)])

    def _require_enough(self, answers: Sequence[frozenset[Unit]]) -> None:
        classes = smallest_group(answers)
        pupils = smallest_group([frozenset(self._pupils_of(each)) for each in answers])
        if classes is not None and (classes < THREE or (pupils or 0) < THIRTY):
            raise Leak(classes, pupils)

    def _pupils_of(self, units: frozenset[Unit]) -> Iterator[Unit]:
        for tag, number in units:
            for pupil in range(self.pictures[tag, number].pupils):
                yield 100 * tag + pupil, number


def _says_what_it_rests_on(figure: Figure, pictures: Sequence[ClassPicture]) -> None:
    """The numbers are those of these classes, so what the play knows from aside is so."""
    pupils = sum(each.pupils for each in pictures)
    assert figure.classes == sum(each.classes for each in pictures)
    assert figure.pupils == FIVE * round(pupils / FIVE)
    for world, mean in figure.worlds.items():
        interest = (
            (each.pupils, found.interest)
            for each in pictures
            for found in each.worlds
            if found.world == world
        )
        total = sum(number * value for number, value in interest)
        assert mean == pytest.approx(total / pupils, abs=0.0501), "one decimal, no more"
        assert mean == round(mean, 1)


def _play(app: Flask, examples: int, *, always_so: bool = False) -> None:
    class AttackerHere(Watched):
        services = services_of(app)

    run_state_machine_as_test(
        AttackerHere,
        settings=settings(
            max_examples=examples,
            stateful_step_count=20,
            derandomize=always_so,
            report_multiple_bugs=False,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_sequence_of_steps_tells_about_one_class(clean_app: Flask) -> None:
    _play(clean_app, 40)


@pytest.mark.parametrize(
    "weaken",
    WEAKENINGS,
)
def test_a_weaker_rule_is_found_out(
    clean_app: Flask, monkeypatch: pytest.MonkeyPatch, weaken: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Played the same each time, so that it is found each time."""
    weaken(monkeypatch)
    with pytest.raises(Leak):
        _play(clean_app, 300, always_so=True)
