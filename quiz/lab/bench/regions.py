"""The monitor of a region with very many classes: all of them invented, with a picture each."""

from collections.abc import Iterator, Sequence
from functools import partial
from random import Random

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from quiz.lab.bench.filling import PUPILS
from quiz.lab.bench.inside import Insider
from quiz.lab.bench.place import Place
from quiz.lab.bench.table import Row
from quiz.lab.bench.timing import timed
from quiz.storage.tables.picture import FrozenPicture, PictureSeries, SeriesClass
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.class_pictures.picture import RANKING, ClassPicture, WorldFigure
from quiz.usecases.class_pictures.region_intake import add_to_region
from quiz.usecases.staff.people import school_named
from quiz.usecases.staff.regions import set_regions

REGION, TOWN = "foodvalley", "GM0228"
SCHOOLS = 40
TYPES = ("vmbo-bb", "vmbo-kb", "vmbo-gl-tl", "havo", "vwo")
KINDS = [(kind, year) for kind in TYPES for year in (2, 3)]
AT_ONCE, TIMES = 2000, 40
MONITOR = "< 200 ms, flat"


def of_a_region(where: Place, classes: Sequence[int], size: str) -> Iterator[Row]:
    """Let these classes be of forty schools in one region, with a picture each, and measure it."""
    for first in range(0, len(classes), AT_ONCE):
        _show(where, classes[first : first + AT_ONCE])

    def press(_once: int) -> None:
        with where.services.database.writing() as session:
            add_to_region(where.services, session, REGION, [TOWN])

    what = f"{size} region monitor, {len(classes):,} classes come in"
    yield Row(what, timed(press, [1]), "a press")
    person = where.staff("coordinator")
    with where.services.database.writing() as session:
        set_regions(session, person.id, [REGION])
    browser = Insider(where.app.wsgi_app, where.cookie_of(person))
    for what, path in (("whole page", "/regio/monitor"), ("as a file", "/regio/monitor.csv")):
        took = timed(partial(browser.ask, "GET"), [path] * TIMES)
        yield Row(f"{size} region monitor, {what}", took, MONITOR)


def _show(where: Place, classes: Sequence[int]) -> None:
    with where.services.database.writing() as session:
        mine = select(SeriesClass.class_id).where(SeriesClass.class_id.in_(classes))
        shown = set(session.scalars(mine))
        if others := [each for each in classes if each not in shown]:
            _freeze(where, session, others)
        for number in range(SCHOOLS):
            school = school_named(session, f"Meetschool {number} (verzonnen)")
            school.municipality = TOWN
            kind, year = KINDS[number % len(KINDS)]
            theirs = update(SchoolClass).where(SchoolClass.id.in_(classes[number::SCHOOLS]))
            session.execute(theirs.values(school_id=school.id, school_type=kind, year=year))


def _freeze(where: Place, session: Session, classes: Sequence[int]) -> None:
    """A picture for each class, as if its teacher had made it."""
    chance, now = Random(len(classes)), where.services.clock()  # noqa: S311
    worlds = where.services.bank.worlds
    made = insert(PictureSeries).returning(PictureSeries.id)
    series = session.scalars(made, [{"histories": {"a": PUPILS}} for _ in classes]).all()
    pairs = list(zip(classes, series, strict=True))
    links = [{"class_id": each, "series_id": number} for each, number in pairs]
    session.execute(insert(SeriesClass), links)
    rows = []
    for number in series:
        figures = tuple(WorldFigure(w, round(chance.gauss(0, 0.3), 1), 0.9, None) for w in worlds)
        picture = ClassPicture(1, now, 1, PUPILS, RANKING, figures, (), (), (), ())
        content = picture.as_json()
        rows.append({"series_id": number, "number": 1, "made_at": now, "content": content})
    session.execute(insert(FrozenPicture), rows)
