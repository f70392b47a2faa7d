"""The lesson plan with the times of today: which step is now, until when, and its button.

The clock begins when the teacher says so. Where nobody did, it counts from the first pupil, who
comes in at the step with the code; the teacher can always say "we are here now".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from flask import url_for

from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.cockpit import Place
from quiz.blueprints.classroom.content import lesson
from quiz.domain.bank.lesson import CHOOSE, CODE, PICTURE, PROGRESS, LessonPlan, Step
from quiz.web.pages.dates import show_time
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services

# So long after its end a lesson is still the lesson of now; after that it was an earlier one.
OVERTIME = timedelta(minutes=30)


@dataclass(frozen=True)
class TimedStep:
    """One step of the lesson. `until`: its end today, or nothing; `number` counts from 0."""

    number: int
    title: str
    text: str
    minutes: int
    until: str
    is_now: bool
    is_over: bool
    button: Place | None


@dataclass(frozen=True)
class LessonClock:
    """The lesson of so many `minutes`. `runs`: it is under way; `by_itself`: since the first pupil.

    `plans`: the lengths that there are, each with the step at which pupils come in.
    """

    minutes: int
    plans: Mapping[int, int]
    runs: bool
    by_itself: bool
    steps: tuple[TimedStep, ...]

    @property
    def now(self) -> TimedStep | None:
        """The step of this moment."""
        return next((step for step in self.steps if step.is_now), None)

    @property
    def then(self) -> TimedStep | None:
        """The step after it."""
        at = self.now
        return None if at is None else next((s for s in self.steps if s.number > at.number), None)


def lesson_clock(group: OwnClass, first_at: datetime | None, *, made: bool) -> LessonClock:
    """The lesson of this class as it stands. `first_at`: when the first pupil came in."""
    plans = lesson().plans
    plan = plans.get(group.lesson_minutes or 0) or next(iter(plans.values()))
    told = _if_now(group.lesson_began_at, plan)
    began = told or _if_now(_began_before(first_at, plan), plan)
    steps = tuple(_steps(group, plan, began, made=made))
    by_itself = told is None and began is not None
    entrances = {minutes: _entrance(each) for minutes, each in plans.items()}
    return LessonClock(plan.minutes, entrances, began is not None, by_itself, steps)


def minutes_before(minutes: int, number: int) -> int | None:
    """How many minutes of the plan come before a step; None where there is no such step or plan."""
    plan = lesson().plans.get(minutes)
    if plan is None or number >= len(plan.during):
        return None
    return sum(step.minutes for step in plan.during[:number])


def _began_before(first_at: datetime | None, plan: LessonPlan) -> datetime | None:
    """When the lesson began, from the first pupil, who came in when the code was on the board."""
    if first_at is None:
        return None
    return first_at - timedelta(minutes=minutes_before(plan.minutes, _entrance(plan)) or 0)


def _entrance(plan: LessonPlan) -> int:
    """The step at which pupils come in: that with the code, else the first."""
    return next((place for place, step in enumerate(plan.during) if step.button == CODE), 0)


def _if_now(began: datetime | None, plan: LessonPlan) -> datetime | None:
    """The beginning of a lesson that is of now; of an earlier one there are no times."""
    if began is None:
        return None
    lasted = services().clock() - began
    return began if lasted < timedelta(minutes=plan.minutes) + OVERTIME else None


def _steps(
    group: OwnClass, plan: LessonPlan, began: datetime | None, *, made: bool
) -> Iterator[TimedStep]:
    ends = list(accumulate(step.minutes for step in plan.during))
    passed = None if began is None else (services().clock() - began) / timedelta(minutes=1)
    last = len(ends) - 1
    for number, (step, end) in enumerate(zip(plan.during, ends, strict=True)):
        over = passed is not None and passed >= end and number < last
        is_now = passed is not None and not over and passed >= end - step.minutes
        until = "" if began is None else show_time(began + timedelta(minutes=end))
        button = _button(group, step, made=made)
        yield TimedStep(number, step.title, step.text, step.minutes, until, is_now, over, button)


def _button(group: OwnClass, step: Step, *, made: bool) -> Place | None:
    """What this step needs, one press away."""
    if step.button == CODE:
        return Place(_("Code op het bord"), _page(group, "screen"), on_board=True)
    if step.button == PROGRESS:
        return Place(_("Voortgang"), _page(group, "progress"))
    if step.button == PICTURE and made:
        return Place(_("Klassenbeeld op het bord"), _page(group, "picture_screen"), on_board=True)
    if step.button == PICTURE:
        return Place(_("Maak het klassenbeeld"), _page(group, "picture"))
    if step.button == CHOOSE and made:
        page = url_for("classroom.picture_screen", class_id=group.id, stap=5, deel=2)
        return Place(_("“Kies je stap” op het bord"), page, on_board=True)
    return None


def _page(group: OwnClass, name: str) -> str:
    return url_for(f"classroom.{name}", class_id=group.id)
