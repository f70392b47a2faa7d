"""The classes of the demonstration: one in the middle of its lesson, others that are done.

Which pupil likes what, and says what to a question, is invented with a fixed seed; nicknames, codes
and the few questions that come by chance are new each time.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from random import Random

from sqlalchemy import delete

from quiz.domain.bank.schema import Bank
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.operations import make_picture
from quiz.usecases.classes.lesson_time import set_size
from quiz.usecases.demonstration.examples import (
    EXAMPLES,
    FINISHED,
    LAST_YEAR,
    TOGETHER,
    ExampleClass,
)
from quiz.usecases.demonstration.pupils import Pupil, Taste, Visit
from quiz.usecases.demonstration.school import add_class
from quiz.usecases.services import Services

SEED = 7
LESSON = timedelta(minutes=40)
# Pupils come in within so long of each other; those who are under way came in so late.
COMING_IN, LATECOMERS = timedelta(seconds=90), timedelta(minutes=4)
# How much the favourite, the second and the other worlds are liked, as mean answers.
FAVOURITE, SECOND, OTHER = 4.5, 3.8, 2.4
TECH_TYPES = (2.2, 4.6)


def make_classes(services: Services, teacher: Staff) -> dict[str, int]:
    """The example classes with their pupils and pictures; the number of each, by its name."""
    numbers = {example.name: fill_class(services, example, teacher) for example in EXAMPLES}
    for example in (*FINISHED, LAST_YEAR):
        _picture(services, example.ago, [numbers[example.name]])
    _picture(services, TOGETHER[0].ago, [numbers[example.name] for example in TOGETHER])
    for example in EXAMPLES:
        if not example.kept:
            _let_leave(services, numbers[example.name])
    return numbers


def fill_class(services: Services, example: ExampleClass, teacher: Staff) -> int:
    """Make one class, and let its pupils come in and answer as far as they get; its number."""
    now, pupils = services.clock(), count()
    favourites = list(Counter(example.worlds).elements())
    number, code = open_class(services, example, teacher, now - example.ago)
    set_size(services, number, example.size)

    def comes_in(longest_ago: timedelta) -> Pupil:
        which = next(pupils)
        chance = Random(f"{SEED}:{example.name}:{which}")  # noqa: S311 - the same each time
        favourite = favourites[which % len(favourites)]
        arrives = now - longest_ago + chance.random() * COMING_IN
        visit = Visit(code, example.school_type, example.year, arrives, chance)
        return Pupil(services, visit, taste(services.bank, favourite, chance))

    for _ in range(example.done):
        comes_in(example.ago).finish()
    for _ in range(example.under_way):
        comes_in(LATECOMERS).answer_until(now)
    for _ in range(example.silent):
        comes_in(example.ago).answer()
    return number


def open_class(
    services: Services, example: ExampleClass, teacher: Staff, begins: datetime
) -> tuple[int, str]:
    """Make an example class that pupils can join from then on; its number and its code."""
    with services.database.writing() as session:
        made = add_class(session, example, teacher.school_id, begins, teacher.id)
        return made.id, made.code


def taste(bank: Bank, favourite: str, chance: Random) -> Taste:
    """What an invented pupil likes: a favourite, a second one, and little else."""
    second = chance.choice([world for world in bank.worlds if world != favourite])
    likes = {world: OTHER + chance.uniform(-0.7, 0.7) for world in bank.worlds}
    likes |= {favourite: FAVOURITE, second: SECOND}
    types = {kind: chance.uniform(*TECH_TYPES) for kind in sorted(set(bank.tech_items.values()))}
    return Taste(likes, types, own=chance.choice((favourite, favourite, second, None)))


def _let_leave(services: Services, class_id: int) -> None:
    """The pupils of a class of an earlier school year are gone; its picture stays."""
    with services.database.erasing() as session:
        session.execute(delete(Attempt).where(Attempt.class_id == class_id))


def _picture(services: Services, ago: timedelta, classes: Sequence[int]) -> None:
    """The picture of these classes, as the teacher made it at the end of that lesson."""
    made_at = services.clock() - ago + LESSON
    make_picture(replace(services, clock=lambda: made_at), classes)
