"""The way in: linking once, by the owner; then in with one press."""

from flask import Flask

from tests.blueprints.accounts import people
from tests.sign_on.provider import Provider
from tests.sign_on.somebody import START, Somebody


def test_who_linked_gets_in_with_one_press(linked: Somebody) -> None:
    page = linked.sign_in()
    assert page.status == 200
    assert page.path == "/klassen"
    assert linked.is_in()


def test_the_page_that_somebody_was_on_the_way_to_opens(linked: Somebody) -> None:
    assert linked.sign_in(f"{START}?verder=/klassen/nieuw").path == "/klassen/nieuw"


def test_nobody_is_made_or_matched_by_address(
    somebody: Somebody, teacher: int, sso_app: Flask, provider: Provider
) -> None:
    provider.claims = {"email": people.TEACHER, "email_verified": True}
    page = somebody.sign_in()
    assert page.status == 403
    assert "kennen dit schoolaccount nog niet" in page.text
    assert not somebody.is_in()
    assert people.person(sso_app, teacher).last_login_at is None
