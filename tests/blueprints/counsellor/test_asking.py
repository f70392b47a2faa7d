"""From a code that is read aloud to a yes, or a no: what both of them see on the way."""

import pytest
from flask import Flask

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import SCHOOL, nickname_of
from tests.blueprints.counsellor.people import (
    CODE,
    make_code,
    press,
    pupil_with_result,
    share,
    type_code,
)
from tests.blueprints.pupil.way import at_tech_type, heading
from tests.usecases.staff.test_audit import trail
from tests.visitor import Visitor


def _name(services: Services, pupil: Visitor) -> str:
    with pupil.client.session_transaction() as session:
        return nickname_of(services.database, session["attempt"])


def test_the_result_leads_to_sharing(pupil: Visitor) -> None:
    page = pupil.get("/resultaat")
    assert "/delen" in page.links()
    page = pupil.get("/delen")
    assert heading(page) == "Praten met je decaan"
    assert "Niemand. Alleen jij ziet je resultaat." in page.text
    assert f"een klas van {SCHOOL}" in page.text


def test_without_a_result_there_is_nothing_to_share(visitor: Visitor) -> None:
    at_tech_type(visitor)
    page = visitor.get("/delen")
    assert page.status == 409
    assert "/vragen" in page.links()


def test_from_code_to_yes(services: Services, pupil: Visitor, talking: Visitor) -> None:
    name = _name(services, pupil)
    waiting = type_code(talking, make_code(pupil))
    assert heading(waiting) == "Wachten op de leerling"
    assert "#hulp" not in waiting.links(), "the help of the talk is for when it has begun"
    assert name not in waiting.html, "before the yes nothing of the pupil is seen"
    asked = pupil.get("/delen")
    assert f"Mag je decaan van {SCHOOL} meekijken?" in asked.text
    assert "1 augustus" in asked.text
    shared = pupil.submit(asked, action="confirm")
    assert f"De decanen van {SCHOOL}" in shared.text
    assert "tot uiterlijk 1 augustus" in shared.text
    assert name in talking.get(waiting.path).text
    assert name in talking.get("/gesprekken").text


def test_the_code_is_there_until_it_is_used(pupil: Visitor, talking: Visitor) -> None:
    code = make_code(pupil)
    assert code in pupil.get("/delen").text
    type_code(talking, code)
    assert not CODE.search(pupil.get("/delen").text)


@pytest.mark.parametrize("around", ["code: {}", "“{}”", "Mijn code is {}, mevrouw."])
def test_a_pasted_code_is_found_in_what_stands_around_it(
    pupil: Visitor, talking: Visitor, around: str
) -> None:
    assert type_code(talking, around.format(make_code(pupil))).path.startswith("/gesprekken/")


def test_in_two_tabs_the_newest_code_counts(pupil: Visitor, talking: Visitor) -> None:
    old, new = make_code(pupil), make_code(pupil)
    assert old not in pupil.get("/delen").text
    assert type_code(talking, old).status == 422
    assert type_code(talking, new).status == 200


def test_the_waiting_pages_look_again_by_themselves(pupil: Visitor, talking: Visitor) -> None:
    quiet = pupil.client.get("/delen/nu")
    assert "data-resting" in quiet.text
    code = make_code(pupil)
    open_code = pupil.client.get("/delen/nu")
    assert code in open_code.text
    assert "data-resting" not in open_code.text
    same = pupil.client.get("/delen/nu", headers={"If-None-Match": open_code.headers["ETag"]})
    assert same.status_code == 304
    waiting = type_code(talking, code).path
    tag = {"If-None-Match": open_code.headers["ETag"]}
    assert "meekijken" in pupil.client.get("/delen/nu", headers=tag).text
    asking = talking.client.get(f"{waiting}/nu")
    assert asking.status_code == 200
    assert "data-resting" not in asking.text
    press(pupil, "confirm", share=waiting.rsplit("/", 1)[1])
    assert talking.client.get(f"{waiting}/nu").status_code == 404, "the script loads the talk"


def test_a_no_is_told_to_who_asked_and_to_nobody_else(
    pupil: Visitor, talking: Visitor, elsewhere: Visitor
) -> None:
    waiting = type_code(talking, make_code(pupil)).path
    page = pupil.submit(pupil.get("/delen"), action="refuse")
    assert "Niemand. Alleen jij ziet je resultaat." in page.text
    told = talking.client.get(f"{waiting}/nu")
    assert "De leerling zei nee" in told.text
    assert "data-resting" in told.text
    gone = talking.get(waiting)
    assert gone.status == 404
    assert "/gesprekken" in gone.links()
    assert elsewhere.client.get(f"{waiting}/nu").status_code == 404


def test_stopping_takes_it_away_at_once(pupil: Visitor, talking: Visitor) -> None:
    talk = share(pupil, talking)
    press(pupil, "withdraw", share=talk.rsplit("/", 1)[1])
    assert talking.get(talk).status == 404
    assert "Nog niemand deelt" in talking.get("/gesprekken").text


def test_a_yes_to_a_question_that_is_gone_says_so(pupil: Visitor, talking: Visitor) -> None:
    waiting = type_code(talking, make_code(pupil)).path
    asked = pupil.get("/delen")
    talking.submit(talking.get(f"{waiting}/klaar"))
    page = pupil.submit(asked, action="confirm")
    assert page.status == 409
    assert "Er is niets gedeeld" in page.text


def test_a_double_click_on_yes_is_one_yes(pupil: Visitor, talking: Visitor) -> None:
    type_code(talking, make_code(pupil))
    asked = pupil.get("/delen")
    pages = [pupil.submit(asked, action="confirm") for _click in range(2)]
    assert [page.status for page in pages] == [200, 200]
    assert pages[0].text == pages[1].text


def test_a_strange_button_shares_nothing(pupil: Visitor, talking: Visitor) -> None:
    type_code(talking, make_code(pupil))
    for share_id in ("", "0", "x", "-1", "9" * 30, "²", "1 OR 1"):
        for action in ("confirm", "refuse", "withdraw"):
            page = press(pupil, action, share=share_id)
            assert page.status == (409 if action == "confirm" else 200), (share_id, action)
            assert "Nog niemand deelt" in talking.get("/gesprekken").text, (share_id, action)


def test_a_button_that_is_not_there_changes_nothing(pupil: Visitor) -> None:
    before = pupil.get("/delen").text
    assert press(pupil, "everything").text == before


def test_the_code_of_another_school_works_for_nobody_there(
    clean_app: Flask, services: Services, pupil: Visitor, talking: Visitor, elsewhere: Visitor
) -> None:
    code = make_code(pupil)
    foreign, guessed = type_code(elsewhere, code), type_code(elsewhere, "HJM4 79CD")
    assert foreign.status == guessed.status == 422
    assert foreign.text == guessed.text
    assert "Mag je decaan" not in pupil.get("/delen").text
    alone = pupil_with_result(clean_app, services)
    assert type_code(elsewhere, make_code(alone)).status == 200
    assert type_code(talking, code).status == 200


def test_every_change_leaves_a_line_without_the_pupil(
    services: Services, decaan: Staff, pupil: Visitor, talking: Visitor
) -> None:
    talk = share(pupil, talking)
    number = int(talk.rsplit("/", 1)[1])
    talking.submit(talking.get(f"{talk}/klaar"))
    assert trail(services.database) == [
        (decaan.id, "share claimed", "share", number),
        (decaan.id, "share ended", "share", number),
    ]
    assert talking.get(talk).status == 404
    assert "Niemand. Alleen jij" in pupil.get("/delen").text


def test_in_english(pupil: Visitor, talking: Visitor) -> None:
    for visitor in (pupil, talking):
        visitor.get("/privacy?taal=en")
    waiting = type_code(talking, make_code(pupil))
    assert heading(waiting) == "Waiting for the pupil"
    page = pupil.submit(pupil.get("/delen"), action="confirm")
    assert heading(page) == "Talk with your school counsellor"
    assert "1 August" in page.text


def test_the_next_pupil_of_a_shared_device_sees_nothing_of_it(
    pupil: Visitor, talking: Visitor
) -> None:
    code = make_code(pupil)
    pupil.submit(pupil.get("/volgende"))
    assert code not in pupil.get("/delen").text
    assert pupil.client.get("/delen/nu").status_code == 403
