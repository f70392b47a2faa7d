"""Whatever happens in a class, every page and file shows a frozen picture and nothing beside it."""

import csv
import html
import io
import re
import zipfile
from random import Random

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.class_pictures.operations import frozen_pictures
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.usecases.services import Services
from tests.blueprints.classroom.board_reading import digits_in, kind_of, screens
from tests.blueprints.classroom.school import add_class, nickname_of, sign_in
from tests.conftest import services_of
from tests.reading import read
from tests.usecases.class_pictures import lesson
from tests.visitor import Visitor

COME, ERASE, DETACH, REOPEN, SHOW, TOGETHER = range(6)
STEPS = st.lists(
    st.tuples(st.sampled_from(range(6)), st.booleans(), st.sampled_from([1, 2, 9, 11, 16])),
    min_size=3,
    max_size=8,
)
Figures = list[tuple[float, float, int | None]]


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_screens_and_files_only_ever_show_a_frozen_picture(
    clean_app: Flask, teacher: Staff, steps: list[tuple[int, bool, int]]
) -> None:
    services = services_of(clean_app)
    visitor = sign_in(clean_app, teacher, services.clock())
    mine, other = add_class(services, teacher, "2B"), add_class(services, teacher, "2C")
    lesson.finish_randomly(services, mine, 11)
    for step, swap, size in [(SHOW, False, 0), *steps, (SHOW, False, 0)]:
        _do(services, visitor, step, (other, mine) if swap else (mine, other), size)
        for class_id in (mine, other):
            _check(visitor, class_id, read(services, frozen_pictures, class_id))


def _do(
    services: Services, visitor: Visitor, step: int, classes: tuple[int, int], size: int
) -> None:
    class_id, other = classes
    chance = Random(size)  # noqa: S311
    with services.database.reading() as session:
        inside = list(session.scalars(select(Attempt.id).where(Attempt.class_id == class_id)))
    some = chance.sample(inside, min(size, len(inside)))
    if step == COME:
        worlds = services.bank.worlds
        lesson.finish(services, class_id, [lesson.random_profile(worlds, chance)] * size)
    for number in some:
        if step == ERASE:
            erase_attempt(services, number)
        if step == DETACH:
            fields = {"naam": nickname_of(services.database, number)}
            _post(visitor, f"/klassen/{class_id}/ontkoppelen", fields)
    if step == REOPEN:
        _post(visitor, f"/klassen/{class_id}/heropenen", {})
    if step in (SHOW, TOGETHER):
        samen = {"samen": str(other)} if step == TOGETHER else {}
        _post(visitor, f"/klassen/{class_id}/beeld", samen)


def _post(visitor: Visitor, path: str, fields: dict[str, str]) -> None:
    token = visitor.get("/klassen/nieuw").form.values["csrf_token"]
    visitor.client.post(path, data={"csrf_token": token, **fields})


def _check(visitor: Visitor, class_id: int, every: tuple[ClassPicture, ...]) -> None:
    """The screen, each earlier picture, the projector and the files agree with what is frozen."""
    address = f"/klassen/{class_id}"
    file = visitor.client.get(f"{address}/export.csv").data.decode("utf-8-sig")
    book = visitor.client.get(f"{address}/export.xlsx").data
    screen = visitor.client.get(f"{address}/beeld").text
    if not every:
        assert _in_csv(file) == _in_page(screen) == []
        return
    newest = _figures(every[-1])
    assert _in_csv(file) == _in_page(screen) == newest
    assert _numbers_in(book) == sorted(_numbers_of(every[-1]))
    for picture in every:
        earlier = visitor.client.get(f"{address}/beeld?nummer={picture.number}").text
        assert _in_page(earlier) == _figures(picture)
        _check_board(visitor, class_id, picture)


def _check_board(visitor: Visitor, class_id: int, picture: ClassPicture) -> None:
    """On the wall is no number but those that the picture shows, until what is near by."""
    found = list(screens(visitor, class_id, f"?nummer={picture.number}"))
    in_sight = {each.top_three for each in picture.worlds if each.top_three is not None}
    numbers = [digits_in(screen, "2B", "2C") for screen in found[:-2]]
    said = set().union(*numbers)
    assert said <= {*in_sight, picture.pupils, len(picture.worlds)}
    assert all(
        not digits
        for screen, digits in zip(found, numbers, strict=False)
        if kind_of(screen) != "numbers"
    )
    assert not in_sight & said or picture.level == "full"


def _figures(picture: ClassPicture) -> Figures:
    return [(each.interest, each.spread, each.top_three) for each in picture.worlds]


def _in_csv(text: str) -> Figures:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    return [
        (_number(row[2]), _number(row[3]), int(row[5]) if row[5].isdigit() else None)
        for row in rows
        if len(row) == 6 and row[0].isdigit()
    ]


def _in_page(text: str) -> Figures:
    """The figures of worlds on a page with a picture: counts beside the words, others in a fold."""
    tables = [html.unescape(each.partition("</tbody>")[0]) for each in text.split("<tbody>")[1:]]
    if len(tables) < 3:
        return []
    worlds, _types, fold = tables[:3]
    counts = [re.search(r"(\d+) van de", row) for row in worlds.split("</tr>")[:-1]]
    figures = re.findall(r'class="number">(\S+)</td>\s*<td class="number">(\S+)</td>', fold)
    return [
        (_number(mean), _number(spread), int(count[1]) if count else None)
        for (mean, spread), count in zip(figures, counts, strict=True)
    ]


def _numbers_in(book: bytes) -> list[float]:
    """The numbers in the two sheets of the picture."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheets = [parts.read(f"xl/worksheets/sheet{at}.xml").decode() for at in (2, 3)]
    cells = [cell for sheet in sheets for cell in re.findall(r"<c r=[^>]*><v>([^<]*)</v>", sheet)]
    return sorted(float(cell) for cell in cells)


def _numbers_of(picture: ClassPicture) -> list[float]:
    worlds = picture.worlds
    found: list[float | None] = [
        1.0 + sum(other.interest > each.interest for other in worlds) for each in worlds
    ]
    found += [number for each in worlds for number in (each.interest, each.spread, each.top_three)]
    found += [number for each in picture.tech_types for number in (each.agreement, each.strongest)]
    return [number for number in found if number is not None]


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))


@pytest.mark.usefixtures("teacher")
def test_an_earlier_picture_stays_to_look_at_and_to_compare(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    lesson.finish_randomly(services, class_id, 12)
    _post(at_work, f"/klassen/{class_id}/beeld", {})
    assert "Andere beelden van deze klas" not in at_work.get(f"/klassen/{class_id}/beeld").text
    lesson.finish_randomly(services, class_id, 10)
    _post(at_work, f"/klassen/{class_id}/beeld", {})
    newest = at_work.get(f"/klassen/{class_id}/beeld")
    assert "met 22 leerlingen" in newest.text
    earlier = next(link for link in newest.links() if "nummer=" in link)
    page = at_work.get(earlier)
    assert "Dit is een eerder beeld van deze klas" in page.text
    assert "met 12 leerlingen" in page.text
    assert "Dit is een eerder beeld" not in at_work.get(f"/klassen/{class_id}/beeld?nummer=9").text
