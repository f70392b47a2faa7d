"""Builds the lesson plan: before, during and after, for as many minutes as there are."""

from dataclasses import dataclass

from quiz.blueprints.classroom.content import lesson
from quiz.blueprints.classroom.view_models import LessonPart
from quiz.domain.bank.lesson import LessonPlan
from quiz.web.pages.languages import translate as _


@dataclass(frozen=True)
class LessonView:
    """One plan, and the other lengths that exist."""

    minutes: int
    title: str
    parts: tuple[LessonPart, ...]
    others: tuple[int, ...]


def lesson_view(wanted: str | None) -> LessonView:
    """The plan of so many minutes; the first one for any other wish."""
    plans = lesson().plans
    plan = next((each for each in plans.values() if str(each.minutes) == wanted), None)
    plan = plan or next(iter(plans.values()))
    others = tuple(minutes for minutes in plans if minutes != plan.minutes)
    return LessonView(plan.minutes, plan.title, _parts(plan), others)


def _parts(plan: LessonPlan) -> tuple[LessonPart, ...]:
    titles = {"before": _("Voor de les"), "during": _("Tijdens de les"), "after": _("Na de les")}
    return tuple(LessonPart(titles[phase], plan.steps[phase]) for phase in titles)
