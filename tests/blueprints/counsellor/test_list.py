"""The list of a counsellor: who shares with the school, since when, and what comes next."""

from datetime import timedelta

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.class_pictures.operations import freeze, frozen_picture
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step
from tests.blueprints.accounts import people
from tests.blueprints.classroom.school import add_staff, finish, nickname_of, sign_in
from tests.blueprints.counsellor.people import type_code
from tests.house.test_routes import LIST
from tests.reading import read
from tests.usecases.attempts.pupils import row_counts
from tests.usecases.sharing.sharing import class_of_school, counsellor, finished, later, share
from tests.visitor import Page, Visitor

WRONG = "HJM4 79CD"


def _order(page: Page, names: list[str]) -> list[str]:
    return sorted(names, key=page.text.index)


def test_at_first_the_list_says_how_it_works(talking: Visitor) -> None:
    page = talking.get("/gesprekken")
    assert "Nog niemand deelt een resultaat met jouw school." in page.text
    assert "De leerling leest de code voor" in page.text


def test_the_room_is_the_first_page_of_a_counsellor_and_in_the_menu(
    clean_app: Flask, visitor: Visitor
) -> None:
    people.make_person(clean_app, people.COUNSELLOR, "counsellor")
    assert people.sign_in(visitor, people.COUNSELLOR).path == "/gesprekken"
    assert "/gesprekken" in visitor.get("/account").links()


def test_an_admin_can_invite_a_counsellor(clean_app: Flask, visitor: Visitor) -> None:
    people.make_person(clean_app, people.ADMIN, "admin")
    people.sign_in(visitor, people.ADMIN)
    fields = {"email": "nieuw@een.example", "roles": "counsellor"}
    assert people.press(visitor, "/collegas", "/collegas", **fields).status == 200
    assert "nieuw@een.example (decaan)" in visitor.get("/collegas").text


def test_each_line_has_nickname_class_date_and_next_step(
    services: Services, decaan: Staff, talking: Visitor
) -> None:
    in_class, alone = finished(services, class_of_school(services, "3A")), finished(services)
    share(services, in_class, decaan)
    share(later(services, timedelta(minutes=5)), alone, decaan)
    agree_step(services, in_class, AgreedStepDraft("open-day", "2027-02"))
    page = talking.get("/gesprekken")
    names = [nickname_of(services.database, number) for number in (alone, in_class)]
    assert _order(page, names[::-1]) == names, "the newest first"
    for words in (
        "3A",
        "zonder klas",
        "Naar een open dag",
        "februari 2027",
        "nog niets afgesproken",
    ):
        assert words in page.text
    assert _order(talking.get("/gesprekken?volgorde=stap"), names) == names[::-1]
    assert _order(talking.get("/gesprekken?volgorde=-klas"), names) == names[::-1]
    assert _order(talking.get("/gesprekken?volgorde=bijnaam"), names) == sorted(names)
    assert _order(talking.get("/gesprekken?volgorde=onzin"), names) == names


def test_colleagues_of_the_school_see_the_same_list(
    clean_app: Flask, services: Services, decaan: Staff, elsewhere: Visitor
) -> None:
    pupil = finished(services)
    share(services, pupil, decaan)
    name = nickname_of(services.database, pupil)
    colleague = sign_in(clean_app, counsellor(services, "collega"), services.clock())
    assert name in colleague.get("/gesprekken").text
    assert name not in elsewhere.get("/gesprekken").text


@pytest.mark.parametrize("role", ["teacher", "coordinator", "admin"])
def test_no_other_role_has_this_list(clean_app: Flask, services: Services, role: str) -> None:
    visitor = sign_in(
        clean_app, add_staff(services, f"{role}@voorbeeld.nl", role), services.clock()
    )
    assert visitor.get("/gesprekken").status == 404


def test_for_a_counsellor_of_another_school_a_share_does_not_exist(
    services: Services, decaan: Staff, talking: Visitor, elsewhere: Visitor
) -> None:
    share_id = share(services, finished(services), decaan)
    token = elsewhere.get("/gesprekken").form.values["csrf_token"]
    for line in LIST.read_text(encoding="utf-8").splitlines():
        _who, method, rule = line.split()
        if "<long:share_id>" in rule:
            answers = []
            for number in (share_id, 1):
                path = rule.replace("<long:share_id>", str(number))
                sent = elsewhere.client.open(path, method=method, data={"csrf_token": token})
                answers.append((sent.status_code, sent.headers.get("Location", "")))
            assert answers == [(404, "")] * 2, rule
    assert talking.get(f"/gesprekken/{share_id}").status == 200


@pytest.mark.parametrize("number", ["0", "9223372036854775807", "9223372036854775808", "9" * 40])
def test_a_number_that_cannot_be_a_share_is_no_page(talking: Visitor, number: str) -> None:
    assert talking.get(f"/gesprekken/{number}").status == 404


def test_wrong_codes_are_limited_and_what_is_said_is_clear(
    services: Services, decaan: Staff, talking: Visitor, capfd: pytest.CaptureFixture[str]
) -> None:
    for _try in range(10):
        page = type_code(talking, WRONG)
        assert page.status == 422
        assert "Deze code werkt niet" in page.text
        assert page.form.values["code"] == WRONG
    page = type_code(talking, WRONG)
    assert page.status == 429
    assert "Wacht tien minuten" in page.text
    assert 590 < int(page.response.headers["Retry-After"]) <= 600
    said = capfd.readouterr().out
    assert "share code refused" in said
    for secret in (WRONG, WRONG.replace(" ", ""), decaan.email, "127.0.0.1"):
        assert secret not in said
    assert row_counts(services.database)["share"] == 0


def test_an_attempt_that_is_erased_leaves_the_list_and_the_picture_of_its_class_stays(
    services: Services, decaan: Staff, talking: Visitor
) -> None:
    class_id = class_of_school(services)
    pupils = finish(services, class_id, 12)
    picture = freeze(services, class_id)
    talk = f"/gesprekken/{share(services, pupils[0], decaan)}"
    agree_step(services, pupils[0], AgreedStepDraft("visit", "2027-02"))
    name = nickname_of(services.database, pupils[0])
    assert name in talking.get("/gesprekken").text
    erase_attempt(services, pupils[0])
    assert name not in talking.get("/gesprekken").html
    assert talking.get(talk).status == 404
    counts = row_counts(services.database)
    assert (counts["share"], counts["share_code"], counts["agreed_step"]) == (0, 0, 0)
    assert read(services, frozen_picture, class_id) == picture
