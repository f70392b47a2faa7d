"""A class that was made wrong is corrected: its name always, the rest while nobody is done."""

import pytest

from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.school import SchoolClass
from quiz.usecases.attempts.correcting import correct_schooling
from quiz.usecases.attempts.schooling import Schooling
from quiz.usecases.classes import changing
from quiz.usecases.classes.leaving import detach_attempt
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import finish, join
from tests.visitor import Page, Visitor

RIGHT = {"name": "3A", "school_type": "vwo", "year": "3", "place": "Arnhem"}
ARNHEM = "GM0202"


def _change(visitor: Visitor, class_id: int, **fields: str) -> Page:
    return visitor.submit(visitor.get(f"/klassen/{class_id}/wijzig"), **{**RIGHT, **fields})


def _schooling(services: Services, *pupils: int) -> list[tuple[str, int | None, str | None]]:
    with services.database.reading() as session:
        rows = [session.get_one(Attempt, number) for number in pupils]
        return [(row.school_type, row.year, row.municipality) for row in rows]


def test_a_class_of_the_wrong_type_is_corrected_with_everybody_who_is_in(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    busy, out, told_otherwise, moved = (join(services, class_id) for _ in range(4))
    for number in (out, moved):
        detach_attempt(services, class_id, number)
    correct_schooling(services, moved, Schooling("havo", 2), ARNHEM)
    correct_schooling(services, told_otherwise, Schooling("mbo", 1), None)
    page = _change(at_work, class_id, place="Ede")
    assert _schooling(services, moved) == [("havo", 2, ARNHEM)], "out of the class, and their own"
    page = _change(at_work, class_id)
    assert page.path == f"/klassen/{class_id}"
    assert "Bewaard" in page.text
    assert "Vwo, leerjaar 3, Arnhem" in page.text
    assert _schooling(services, busy, out) == [("vwo", 3, ARNHEM)] * 2
    assert _schooling(services, told_otherwise) == [("mbo", 1, ARNHEM)]


@pytest.mark.parametrize(
    ("own", "before", "after", "then"),
    [
        (("havo", 3), ("havo", 3), ("vwo", 2), ("vwo", 2)),
        (("havo", None), ("havo", None), ("vwo", None), ("vwo", None)),
        (("havo", 3), ("havo", None), ("vwo", None), ("vwo", 3)),
        (("havo", 3), ("havo", None), ("vwo", 2), ("vwo", 2)),
        (("havo", 5), ("havo", None), ("vmbo-kb", None), ("vmbo-kb", None)),
        (("havo", 3), ("onbekend", None), ("vwo", 2), ("havo", 3)),
        (("havo", 4), ("havo", 3), ("vwo", 2), ("havo", 4)),
    ],
)
def test_a_pupil_follows_the_class_but_in_what_they_told_themselves(
    own: tuple[str, int], before: tuple[str, int], after: tuple[str, int], then: tuple[str, int]
) -> None:
    told = changing.following(Schooling(*own), Schooling(*before), Schooling(*after))
    assert told == Schooling(*then)


def test_once_somebody_is_done_only_the_name_changes_and_the_page_says_why(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 1)
    page = at_work.get(f"/klassen/{class_id}/wijzig")
    assert "er is al een leerling klaar" in page.text
    assert "Havo, leerjaar 2, Ede" in page.text
    assert "school_type" not in page.form.values
    after = _change(at_work, class_id, name="2B muziek").text
    assert "2B muziek" in after
    assert "Havo, leerjaar 2, Ede" in after


def test_whoever_becomes_done_meanwhile_keeps_the_class_as_it_was(
    services: Services, at_work: Visitor, class_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = at_work.get(f"/klassen/{class_id}/wijzig").form.values
    finish(services, class_id, 1)
    monkeypatch.setattr("quiz.blueprints.classroom.form_routes.schooling_stays", lambda *_: False)
    page = at_work.post(f"/klassen/{class_id}/wijzig", {**form, **RIGHT})
    assert page.status == 409
    assert "Er is net een leerling klaar" in page.text
    with services.database.reading() as session:
        row = session.get_one(SchoolClass, class_id)
        assert (row.name, row.school_type, row.year) == ("2B", "havo", 2)


def test_a_picture_keeps_the_school_type_also_when_its_pupils_are_gone(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    finish(services, class_id, 10)
    at_work.submit(at_work.get(f"/klassen/{class_id}/beeld"))
    with services.database.erasing() as session:
        session.query(Attempt).delete()
    assert "school_type" not in at_work.get(f"/klassen/{class_id}/wijzig").form.values


def test_a_correction_that_cannot_be_is_asked_again_and_changes_nothing(
    services: Services, at_work: Visitor, class_id: int
) -> None:
    busy = join(services, class_id)
    for wrong, sentence in (
        ({"name": " "}, "Geef de klas een naam"),
        ({"school_type": ""}, "Kies een schooltype"),
        ({"school_type": "po", "year": "5"}, "Op de basisschool kies je groep 7 of 8"),
        ({"school_type": "vmbo-kb", "year": "6"}, "leerjaar 1 tot en met 4"),
        ({"year": "99"}, "Kies een leerjaar"),
        ({"place": "Bergen"}, "Welke plaats bedoel je?"),
        ({"place": "Xyzzystad"}, "Deze plaats kennen we niet"),
    ):
        page = _change(at_work, class_id, **wrong)
        assert page.status == 422, (wrong, sentence)
        assert sentence in page.text, (wrong, sentence)
        assert _schooling(services, busy) == [("havo", 2, "GM0228")], (wrong, sentence)
        assert at_work.get(f"/klassen/{class_id}/wijzig").form.values["name"] == "2B", (
            wrong,
            sentence,
        )
