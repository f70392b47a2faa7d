"""A class is shared with colleagues of the school: they give the lesson, and no more than that."""

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import (
    OTHER_SCHOOL,
    add_class,
    add_staff,
    finish,
    join,
    nickname_of,
)
from tests.blueprints.classroom.sharing import account_of, share, statuses_of
from tests.visitor import Visitor


def test_a_colleague_gives_the_whole_lesson(
    services: Services, at_work: Visitor, beside: Visitor, colleague: Staff, class_id: int
) -> None:
    assert statuses_of(beside, class_id) == {404}
    assert "collega@voorbeeld.nl kan nu meedoen" in share(at_work, class_id, colleague).text
    assert statuses_of(beside, class_id) == {200}
    assert "van docent@voorbeeld.nl" in beside.get("/klassen").text
    stray = nickname_of(services.database, join(services, class_id))
    finish(services, class_id, 10)
    page = beside.submit(beside.get(f"/klassen/{class_id}/ontkoppelen?naam={stray}"))
    assert f"{stray} is uit de klas" in page.text
    assert beside.submit(beside.get(f"/klassen/{class_id}/beeld")).status == 200
    assert beside.get(f"/klassen/{class_id}/beeld.pdf").status == 200
    assert "Klassenbeeld van 2B" in at_work.get(f"/klassen/{class_id}/beeld").text


def test_a_colleague_neither_deletes_nor_shares_the_class(
    services: Services, at_work: Visitor, beside: Visitor, colleague: Staff, class_id: int
) -> None:
    third = add_staff(services, "derde@voorbeeld.nl", "teacher")
    share(at_work, class_id, colleague)
    page = beside.get(f"/klassen/{class_id}")
    assert "Wis deze klas" not in page.text
    token = beside.get(f"/klassen/{class_id}/wijzig").form.values["csrf_token"]
    assert beside.get(f"/klassen/{class_id}/wissen").status == 404
    for path, fields in (
        ("wissen", {"zeker": "ja"}),
        ("samen", {"action": "add", "collega": str(third.id)}),
        ("samen", {"action": "remove", "collega": str(third.id)}),
    ):
        answer = beside.post(f"/klassen/{class_id}/{path}", {"csrf_token": token, **fields})
        assert answer.status == 404, path
    assert "derde" not in at_work.get(f"/klassen/{class_id}/samen").form.values
    assert at_work.get(f"/klassen/{class_id}").status == 200


def test_who_is_taken_out_has_no_access_from_that_moment_also_on_a_board_that_is_on(
    at_work: Visitor, beside: Visitor, colleague: Staff, class_id: int
) -> None:
    share(at_work, class_id, colleague)
    board = beside.get(f"/klassen/{class_id}/scherm").html
    live = board.partition('data-live="')[2].partition('"')[0].replace("&amp;", "&")
    assert beside.client.get(live).status_code == 200
    page = share(at_work, class_id, colleague, "remove")
    assert "collega@voorbeeld.nl kan niet meer in deze klas" in page.text
    assert statuses_of(beside, class_id) == {404}
    assert beside.client.get(live).status_code == 404
    assert "2B" not in beside.get("/klassen").text
    again = at_work.post(
        f"/klassen/{class_id}/samen",
        {**page.form.values, "action": "add", "collega": str(colleague.id)},
    )
    assert "kan nu meedoen" in again.text
    assert statuses_of(beside, class_id) == {200}


def test_a_colleague_can_stop_taking_part(
    at_work: Visitor, beside: Visitor, colleague: Staff, class_id: int
) -> None:
    share(at_work, class_id, colleague)
    assert share(beside, class_id, colleague, "remove").path == "/klassen"
    assert statuses_of(beside, class_id) == {404}


@pytest.mark.parametrize("who", ["other school", "closed", "counsellor", "nobody"])
def test_a_class_is_shared_with_open_teachers_of_the_own_school_only(
    services: Services, at_work: Visitor, colleague: Staff, class_id: int, who: str
) -> None:
    strangers = {
        "other school": add_staff(services, "x@elders.nl", "teacher", school=OTHER_SCHOOL),
        "counsellor": add_staff(services, "decaan@voorbeeld.nl", "counsellor"),
        "closed": colleague,
    }
    with services.database.writing() as session:
        session.get_one(Staff, colleague.id).active = False
    text = at_work.get(f"/klassen/{class_id}/samen").text
    assert "Er is nog geen andere docent" in text
    add_staff(services, "echt@voorbeeld.nl", "teacher")
    token = at_work.get(f"/klassen/{class_id}/samen").form.values["csrf_token"]
    number = strangers[who].id if who in strangers else 10**6
    fields = {"csrf_token": token, "action": "add", "collega": str(number)}
    assert at_work.post(f"/klassen/{class_id}/samen", fields).status == 404


def test_without_a_colleague_chosen_it_is_asked_again(
    at_work: Visitor, colleague: Staff, class_id: int
) -> None:
    page = at_work.submit(at_work.get(f"/klassen/{class_id}/samen"), action="add")
    assert page.status == 422
    assert "Kies eerst een collega" in page.text


def test_small_parallel_classes_of_two_mentors_are_shown_together(
    services: Services, at_work: Visitor, beside: Visitor, colleague: Staff, class_id: int
) -> None:
    theirs = add_class(services, colleague, "2C")
    for number in (class_id, theirs):
        finish(services, number, 6, seed=number)
    assert "2C" not in at_work.get(f"/klassen/{class_id}/beeld").text
    share(beside, theirs, account_of(services, "docent@voorbeeld.nl"))
    page = at_work.submit(at_work.get(f"/klassen/{class_id}/beeld"), samen=str(theirs))
    assert "2B en 2C" in page.text
    share(beside, theirs, account_of(services, "docent@voorbeeld.nl"), "remove")
    for visitor, number in ((at_work, class_id), (beside, theirs)):
        text = visitor.get(f"/klassen/{number}/beeld").text
        assert "2B en 2C" in text or "2C en 2B" in text, "the picture says whom it shows"
    assert at_work.get(f"/klassen/{theirs}/beeld").status == 404


def test_the_trail_says_who_shared_what_with_whom(
    services: Services, at_work: Visitor, teacher: Staff, colleague: Staff, class_id: int
) -> None:
    share(at_work, class_id, colleague)
    share(at_work, class_id, colleague, "remove")
    with services.database.reading() as session:
        trail = session.connection().exec_driver_sql(
            "SELECT staff_id, action, kind, object_id FROM staff_action ORDER BY id"
        )
        assert [tuple(row) for row in trail] == [
            (teacher.id, "class shared", "class", class_id),
            (teacher.id, "class shared", "staff", colleague.id),
            (teacher.id, "class no longer shared", "class", class_id),
            (teacher.id, "class no longer shared", "staff", colleague.id),
        ]
