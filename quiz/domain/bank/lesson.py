"""The lesson as content: plans of so many minutes, and talk questions that follow from a picture.

People who cannot code write questions/lesson; what is read here is checked like all content.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from string import Formatter

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.bank.schema import LANGUAGES, BankError

FOLDER = "lesson"
PHASES = ("before", "during", "after")
# What a step during the lesson may need at hand.
CODE, PROGRESS, PICTURE, CHOOSE = "code", "progress", "picture", "choose"
BUTTONS = (CODE, PROGRESS, PICTURE, CHOOSE)
# Each sentence that a class picture may ask for, with the blanks that are filled in.
TALK: Mapping[str, frozenset[str]] = {
    "headline.one": frozenset({"first"}),
    "headline.two": frozenset({"first", "second"}),
    "headline.broad": frozenset(),
    "top": frozenset({"world"}),
    "broad": frozenset(),
    "below": frozenset({"world"}),
    "apart": frozenset({"world"}),
    "tech_type": frozenset({"type"}),
    "always": frozenset(),
}


@dataclass(frozen=True)
class Step:
    """One thing to do. `minutes` is 0 before and after the lesson, where nothing is timed.

    `button`: what it needs at hand, if anything.
    """

    title: str
    text: str
    minutes: int
    button: str = ""


@dataclass(frozen=True)
class LessonPlan:
    """A lesson of so many minutes: what to do before, during and after it."""

    minutes: int
    title: str
    steps: Mapping[str, tuple[Step, ...]]

    @property
    def during(self) -> tuple[Step, ...]:
        """The steps of the lesson itself."""
        return self.steps["during"]


@dataclass(frozen=True)
class Lesson:
    """All plans by their minutes, and the talk sentences by their key."""

    plans: Mapping[int, LessonPlan]
    talk: Mapping[str, str]


def load_lesson(language: str, folder: Path = paths.QUESTIONS) -> Lesson:
    """Read questions/lesson in one language; raises BankError with one clear line."""
    place, content = read_yaml(folder, f"{FOLDER}/{language}.yaml")
    fields = place.fields(content, ("plans", "talk"))
    plans = [
        _plan(place.at("plans"), entry) for entry in place.at("plans").entries(fields["plans"])
    ]
    talk = place.at("talk").texts_by_name(fields["talk"])
    for finding in _talk_findings(place.at("talk"), talk):
        raise finding
    return Lesson({plan.minutes: plan for plan in plans}, talk)


def check_lessons(folder: Path = paths.QUESTIONS) -> list[str]:
    """List what is wrong with the lesson: unreadable, or not the same in both languages.

    A folder without a lesson at all is one for another use, and not blamed for it.
    """
    if not (folder / FOLDER).is_dir():
        return []
    read: list[Lesson] = []
    findings = []
    for language in LANGUAGES:
        try:
            read.append(load_lesson(language, folder))
        except BankError as error:
            findings.append(str(error))
    different = any(_shape(one) != _shape(other) for one, other in pairwise(read))
    return [
        *findings,
        *(
            ["lesson: the languages have other plans or steps; make them the same"]
            if different
            else []
        ),
    ]


def _plan(place: Location, entry: object) -> LessonPlan:
    fields = place.fields(entry, ("minutes", "title", *PHASES))
    minutes = place.whole(fields["minutes"])
    here = place.at(minutes)
    steps = {phase: _steps(here.at(phase), fields[phase], phase) for phase in PHASES}
    timed = sum(step.minutes for step in steps["during"])
    if timed != minutes:
        raise here.refuse(f"its steps take {timed} minutes together; make that {minutes}")
    return LessonPlan(minutes, here.text(fields["title"]), steps)


def _steps(place: Location, value: object, phase: str) -> tuple[Step, ...]:
    return tuple(
        _step(place.at(number), entry, phase)
        for number, entry in enumerate(place.entries(value), 1)
    )


def _step(place: Location, entry: object, phase: str) -> Step:
    if phase != "during":
        fields = place.fields(entry, ("title", "text"))
        return Step(place.text(fields["title"]), place.text(fields["text"]), 0)
    button = ("button",) if "button" in place.mapping(entry) else ()
    fields = place.fields(entry, ("title", "text", "minutes", *button))
    pressed = place.at("button").one_of(fields["button"], BUTTONS) if button else ""
    minutes = place.whole(fields["minutes"])
    return Step(place.text(fields["title"]), place.text(fields["text"]), minutes, pressed)


def _talk_findings(place: Location, talk: Mapping[str, str]) -> Iterator[BankError]:
    place.fields(dict(talk), TALK)
    for key, blanks in TALK.items():
        found = {name for _, name, _, _ in Formatter().parse(talk[key]) if name is not None}
        if found != blanks:
            wanted = ", ".join(f"{{{name}}}" for name in sorted(blanks)) or "nothing"
            yield place.at(key).refuse(f"must fill in {wanted}; mend the braces")


def _shape(lesson: Lesson) -> object:
    """How many steps each part of each plan has, how long they take, and their buttons."""
    return {
        minutes: {
            phase: [(step.minutes, step.button) for step in steps]
            for phase, steps in plan.steps.items()
        }
        for minutes, plan in lesson.plans.items()
    }
