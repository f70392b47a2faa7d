"""Linking and undoing it: by the owner, with the password; by a one-time link; by an admin."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import select

from quiz.storage.tables.staff import Staff
from tests.blueprints.accounts import people
from tests.conftest import services_of
from tests.sign_on.links import INVITED, accept, actions, identities, invitation
from tests.sign_on.provider import SUBJECT, Provider
from tests.sign_on.somebody import START, Somebody


def test_an_invitation_is_taken_with_the_school_account_and_needs_no_password(
    somebody: Somebody, sso_app: Flask
) -> None:
    token = invitation(sso_app)
    assert accept(somebody, token) == "/klassen"
    with services_of(sso_app).database.reading() as session:
        person = session.scalars(select(Staff).where(Staff.email == INVITED)).one()
    assert person.password is None
    assert [role.name for role in person.roles] == ["teacher"]
    assert somebody.get(f"/wachtwoord/{token}").status == 410
    again = Somebody(sso_app, somebody.provider)
    assert again.sign_in().path == "/klassen"
    account = again.get("/account")
    assert "Een wachtwoord heb je hier niet" in account.text
    assert "Je wachtwoord van nu" not in account.text


@pytest.mark.parametrize("typed", ["", "None", "een lang geraden wachtwoord"])
def test_without_a_password_none_fits(somebody: Somebody, sso_app: Flask, typed: str) -> None:
    accept(somebody, invitation(sso_app))
    assert people.sign_in(Somebody(sso_app, somebody.provider), INVITED, typed).status == 422
    for path, fields in (
        ("/account", {"present": typed, "password": "een heel nieuwe zin"}),
        ("/account/ontkoppelen", {"present": typed, "provider": "school"}),
    ):
        assert people.press(somebody, "/uitloggen", path, **fields).status == 422
    assert len(identities(sso_app)) == 1


def test_looking_at_the_question_uses_nothing_up(somebody: Somebody, sso_app: Flask) -> None:
    token = invitation(sso_app)
    for _look in range(2):
        somebody.sign_in(f"{START}?link={token}")
    assert identities(sso_app) == []
    assert somebody.get(f"/wachtwoord/{token}").status == 200


def test_who_came_back_for_one_link_takes_no_other(somebody: Somebody, sso_app: Flask) -> None:
    mine, other = invitation(sso_app), invitation(sso_app, "ander@een.example")
    somebody.sign_in(f"{START}?link={mine}")
    assert somebody.get(f"/wachtwoord/{other}/koppelen").status == 410
    page = somebody.get(f"/wachtwoord/{mine}/koppelen")
    token = page.form.values["csrf_token"]
    path = f"/wachtwoord/{other}/koppelen"
    assert somebody.post(path, {"csrf_token": token}).status == 410
    assert identities(sso_app) == []


def test_a_link_that_does_not_work_starts_nothing(somebody: Somebody) -> None:
    page = somebody.get(f"{START}?link=bestaat-niet")
    assert page.status == 410
    assert somebody.provider.asked == []


def test_linking_the_own_account_asks_for_its_password(
    somebody: Somebody, sso_app: Flask, teacher: int
) -> None:
    people.sign_in(somebody, people.TEACHER)
    asked = somebody.sign_in(f"{START}?voor=account")
    assert people.TEACHER in asked.text
    wrong = somebody.submit(asked, present="geraden wachtwoord")
    assert wrong.status == 422
    assert identities(sso_app) == []
    assert somebody.submit(asked, present=people.PASSWORD).path == "/account"
    (row,) = identities(sso_app)
    assert row.staff_id == teacher
    assert SUBJECT.encode() not in row.subject
    assert "school account linked" in actions(sso_app)


def test_other_browsers_are_out_after_linking(
    somebody: Somebody, sso_app: Flask, teacher: int, provider: Provider
) -> None:
    assert teacher
    other = Somebody(sso_app, provider)
    people.sign_in(other, people.TEACHER)
    somebody.link_own()
    assert somebody.is_in()
    assert not other.is_in()


def test_nobody_links_who_is_not_signed_in(somebody: Somebody, teacher: int) -> None:
    assert teacher
    assert somebody.client.get(f"{START}?voor=account").status_code in (303, 403)
    assert somebody.provider.asked == []


def test_a_school_account_has_one_account_at_a_school(
    linked: Somebody, sso_app: Flask, provider: Provider
) -> None:
    people.make_person(sso_app, people.COLLEAGUE, "teacher")
    thief = Somebody(sso_app, provider)
    people.sign_in(thief, people.COLLEAGUE)
    asked = thief.sign_in(f"{START}?voor=account")
    page = thief.submit(asked, present=people.PASSWORD)
    assert page.status == 409
    assert "hoort al bij iemand anders" in page.text
    assert len(identities(sso_app)) == 1
    assert linked.sign_in().path == "/klassen"


def test_at_two_schools_one_chooses(linked: Somebody, sso_app: Flask, provider: Provider) -> None:
    accept(Somebody(sso_app, provider), invitation(sso_app, "ook@twee.example", "School Twee"))
    page = linked.sign_in()
    assert page.path == "/inloggen/kies"
    assert "School Twee" in page.text


def test_two_at_one_instant_link_once(sso_app: Flask, provider: Provider) -> None:
    emails = [f"docent-{number}@een.example" for number in range(2)]
    asked = []
    for email in emails:
        people.make_person(sso_app, email, "teacher")
        one = Somebody(sso_app, provider)
        people.sign_in(one, email)
        asked.append((one, one.sign_in(f"{START}?voor=account")))
    with ThreadPoolExecutor(2) as both:
        pages = list(both.map(lambda pair: pair[0].submit(pair[1], present=people.PASSWORD), asked))
    assert sorted(page.status for page in pages) == [200, 409]
    assert len(identities(sso_app)) == 1
