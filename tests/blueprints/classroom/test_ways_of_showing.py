"""Whatever happens in a class, every page and file shows a frozen picture and nothing beside it."""

import re
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
from tests.blueprints.classroom.reading_files import (
    Figures,
    csv_rows,
    in_csv,
    in_page,
    numbers_in,
    sheet,
)
from tests.blueprints.classroom.school import add_class, nickname_of, sign_in
from tests.conftest import services_of
from tests.pdf_reading import Pdf
from tests.reading import read
from tests.usecases.class_pictures import lesson
from tests.visitor import Visitor

COME, ERASE, DETACH, REOPEN, SHOW, TOGETHER = range(6)
STEPS = st.lists(
    st.tuples(st.sampled_from(range(6)), st.booleans(), st.sampled_from([1, 2, 9, 11, 16])),
    min_size=3,
    max_size=8,
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
    screen = visitor.client.get(f"{address}/beeld").text
    if not every:
        file = visitor.client.get(f"{address}/export.csv").data.decode("utf-8-sig")
        assert in_page(screen) == []
        assert len(file.splitlines()) == 2
        return
    assert in_page(screen) == _figures(every[-1])
    for picture in every:
        asked = f"?nummer={picture.number}"
        assert in_page(visitor.client.get(f"{address}/beeld{asked}").text) == _figures(picture)
        _check_files(visitor, address, asked, picture)
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


def _check_files(visitor: Visitor, address: str, asked: str, picture: ClassPicture) -> None:
    """No file of a picture holds a number that is not in it, and no count that is not shown."""
    table = visitor.client.get(f"{address}/export.csv{asked}").data.decode("utf-8-sig")
    assert in_csv(table) == _figures(picture)
    shown = [each.top_three for each in picture.worlds if each.top_three is not None]
    strongest = [each.strongest for each in picture.tech_types if each.strongest is not None]
    types = csv_rows(visitor.client.get(f"{address}/export.csv{asked}&tabel=aanpak").data)
    counts = [row[6] for row in types if len(row) == 7]
    assert [int(each) for each in counts if each.isdigit()] == strongest
    book = visitor.client.get(f"{address}/export.xlsx{asked}").data
    assert numbers_in(book) == sorted(_numbers_of(picture))
    words = [cell for row in sheet(book, "Klassenbeeld") for cell in row]
    assert _counted(" ".join(words), picture) == sorted(shown + strongest)
    paper = visitor.client.get(f"{address}/beeld.pdf{asked}").data
    assert _counted(Pdf(paper).text, picture) == sorted(shown + strongest)


def _counted(text: str, picture: ClassPicture) -> list[int]:
    """The counts that a text gives away."""
    found = re.findall(rf"(\d+)\s+van\s+de\s+{picture.pupils}\b", text)
    return sorted(int(each) for each in found)


def _figures(picture: ClassPicture) -> Figures:
    return [(each.interest, each.spread, each.top_three) for each in picture.worlds]


def _numbers_of(picture: ClassPicture) -> list[float]:
    """Also the places: equal figures share one, unless one world stands out and the other not."""
    worlds = picture.worlds
    said = [
        (each.interest, each.world in picture.above, each.world in picture.below) for each in worlds
    ]
    found: list[float | None] = [1.0 + said.index(each) for each in said]
    found += [number for each in worlds for number in (each.interest, each.spread, each.top_three)]
    found += [number for each in picture.tech_types for number in (each.agreement, each.strongest)]
    return [number for number in found if number is not None]


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
