"""What grows with the number of attempts stored, and what must not: pictures, pages, the purge."""

from collections.abc import Callable, Iterator
from random import Random

from sqlalchemy import update

from quiz.lab.bench.filling import PUPILS, fill
from quiz.lab.bench.inside import Insider
from quiz.lab.bench.place import Place
from quiz.lab.bench.plan import Sizes
from quiz.lab.bench.regions import of_a_region
from quiz.lab.bench.table import Row
from quiz.lab.bench.timing import timed
from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.class_pictures.operations import freeze, frozen_picture
from quiz.usecases.retention import count_expired

TIMES = 40
PICTURE = "< 30 ms, flat"
NO_STATUS_CHANGE = "HTTP_IF_NONE_MATCH"


def growth(where: Place, plan: Sizes) -> Iterator[Row]:
    """Fill up to each size and measure there."""
    teacher, classes = where.staff("teacher"), list[int]()
    for size in plan.growth:
        more = size - len(classes) * PUPILS
        with plan.progress(f"Filling up to {size:,} attempts", more) as show:
            new = fill(where.services, more, show)
        classes += new
        some = Random(size).sample(new, min(TIMES, len(new)))  # noqa: S311
        _give(where, some, teacher)
        yield from _of_classes(where, some, teacher, f"{size:,} attempts:")
        yield from _of_pupils(where, f"{size:,} attempts:")
        yield from of_a_region(where, new, f"{size:,} attempts:")


def _of_classes(where: Place, classes: list[int], teacher: Staff, size: str) -> Iterator[Row]:
    services = where.services
    browser = Insider(where.app.wsgi_app, where.cookie_of(teacher))
    tags: dict[int, str] = {}

    def page(number: int) -> None:
        browser.ask("GET", f"/klassen/{number}/beeld")

    def board(number: int) -> None:
        path, kept = f"/klassen/{number}/voortgang/nu", {NO_STATUS_CHANGE: tags.get(number, "")}
        tags[number] = dict(browser.ask("GET", path, **kept).headers)["etag"]

    def read(number: int) -> None:
        with services.database.reading() as session:
            frozen_picture(session, number)

    measured: tuple[tuple[str, Callable[[int], object], str], ...] = (
        ("picture made and frozen", lambda number: freeze(services, number), PICTURE),
        ("picture asked again", lambda number: freeze(services, number), PICTURE),
        ("picture read", read, PICTURE),
        ("whole page of a picture", page, PICTURE),
        ("board, first time", board, "flat"),
        ("board, nothing new", board, "flat"),
    )
    for what, doing, budget in measured:
        yield Row(f"{size} {what}", timed(doing, classes), budget)


def _of_pupils(where: Place, size: str) -> Iterator[Row]:
    chance = Random(size)  # noqa: S311
    pupils = [Insider(where.app.wsgi_app) for _ in range(TIMES)]
    forms = {each: each.begin(chance) for each in pupils}
    showing = timed(lambda each: each.ask("GET", "/vragen"), pupils)
    yield Row(f"{size} showing a block", showing, "flat")
    saving = timed(lambda each: each.ask("POST", "/vragen", forms[each]), pupils)
    yield Row(f"{size} saving a block and showing the next", saving, "flat")
    now = where.services.clock()
    dry_run = timed(lambda _once: count_expired(where.services.database, now), range(3))
    yield Row(f"{size} purge, dry run", dry_run, "a nightly job")


def _give(where: Place, classes: list[int], teacher: Staff) -> None:
    """These classes are the teacher's."""
    mine = update(SchoolClass).where(SchoolClass.id.in_(classes)).values(teacher_id=teacher.id)
    with where.services.database.writing() as session:
        session.execute(mine)
