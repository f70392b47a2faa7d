"""What the files of a class say: what the routes put in them, read without writing a file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass, replace
from datetime import date, datetime

from flask import Flask

from quiz.blueprints.classroom import export_tables
from quiz.blueprints.classroom.classes import own_class
from quiz.blueprints.classroom.export_files import Exported, exported
from quiz.blueprints.classroom.export_paper import paper, planets
from quiz.blueprints.classroom.export_workbook import workbook
from quiz.blueprints.classroom.picture_page import LEAST, MOST, REACH
from quiz.blueprints.classroom.picture_words import place_of
from quiz.config.school_time import day_of
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.access.staff import StaffMember
from quiz.web.pages.figures import in_drawing
from quiz.web.runtime import reading

# Numbers in our own words: "op 0", "1 tot 5", the year and the name of class 2B.
IN_WORDS = {0.0, 1.0, 5.0, 2.0}
NEAR_BY = "steps"
WHOSE = "whose"
CSV_TABLES = (export_tables.WORLDS, export_tables.TYPES, export_tables.CLASS)


def files(app: Flask, reader: StaffMember, class_id: int, number: int) -> dict[str, object]:
    """The content of each file of the picture with this number, in the browser of this teacher.

    Without how many take part and are ready now: that is no part of a picture, and the progress
    page says it at any moment.
    """
    # The name in `whose` grows and shrinks with the classes that are shown together.
    with app.test_request_context(f"/klassen/{class_id}/beeld?nummer={number}"):
        group = own_class(reading(), reader, class_id)
        it = exported(replace(group, joined=0, finished=0))
        tables = {table: export_tables.one_table(it, table) for table in CSV_TABLES}
        book = workbook(it)
        sheets = (book.front, book.sheets)  # all but the moment at which it is written
        written = {"workbook": sheets, "paper": paper(it), "slide": _slide(it)}
        return {**tables, **written, WHOSE: it.shown}


def numbers_in(content: object) -> Iterator[float]:
    """Every number in a file, also within words; days are none.

    What is near by is full of them, and of companies: that it hangs on the picture alone is seen
    by reading a file again.
    """
    if isinstance(content, str):
        yield from (float(each.replace(",", ".")) for each in re.findall(r"\d+(?:,\d+)?", content))
    elif isinstance(content, Mapping):
        told = [value for key, value in content.items() if key != NEAR_BY]
        yield from (each for value in told for each in numbers_in(value))
    elif isinstance(content, Sequence):
        yield from (each for value in content for each in numbers_in(value))
    elif is_dataclass(content) and not isinstance(content, type):
        yield from numbers_in(asdict(content))
    elif isinstance(content, int | float):
        yield abs(float(content))
    else:
        assert content is None or isinstance(content, date | datetime), content


def numbers_of(picture: ClassPicture) -> set[float]:
    """Every number that a picture gives, and where our drawings put it."""
    found: list[float | None] = [picture.pupils, picture.number]
    for each in picture.worlds:
        reach = (each.interest, each.interest - each.spread, each.interest + each.spread)
        found += [each.interest, each.spread, each.top_three, place_of(picture, each.world)]
        found += [in_drawing(number, REACH) for number in reach]
        found.append(_share(each.top_three, picture))
    for kind in picture.tech_types:
        level = round(100 * (kind.agreement - LEAST) / (MOST - LEAST), 1)
        found += [kind.agreement, level, kind.strongest, _share(kind.strongest, picture)]
    made = day_of(picture.made_at)
    sizes = {1.0, 2.0, 3.0}  # of planets: three groups
    days = {float(made.day), float(made.year)}
    return {abs(each) for each in found if each is not None} | IN_WORDS | sizes | days


def _share(count: int | None, picture: ClassPicture) -> float | None:
    return None if count is None else round(100 * count / picture.pupils, 1)


def _slide(it: Exported) -> object:
    return it.picture and planets(it, it.picture)
