"""A link that was withdrawn does nothing any more, and another is one press away."""

from tests.blueprints.accounts.people import TEACHER
from tests.blueprints.accounts.test_colleagues import LIST, NEW, do, link_on
from tests.visitor import Visitor


def test_a_withdrawn_invitation_does_not_work(admin_visitor: Visitor, visitor: Visitor) -> None:
    page = admin_visitor.submit(admin_visitor.get(LIST), email=NEW, roles="teacher")
    again = admin_visitor.submit(admin_visitor.get(LIST))  # the first form: withdraw
    assert "Open links" not in again.text
    assert visitor.get(link_on(page)).status == 410
    assert f"De uitnodiging van {NEW} werkt niet meer." in again.text
    fresh = admin_visitor.submit(again)  # the first form: invite again, with the same role
    assert visitor.get(link_on(fresh)).status == 200
    assert f"{NEW} (docent)" in admin_visitor.get(LIST).text


def test_a_withdrawn_link_to_a_new_password_can_be_made_again(
    admin_visitor: Visitor, visitor: Visitor, teacher: int
) -> None:
    do(admin_visitor, teacher, "link")
    again = admin_visitor.submit(admin_visitor.get(LIST))
    assert f"De link voor een nieuw wachtwoord van {TEACHER} werkt niet meer." in again.text
    assert visitor.get(link_on(admin_visitor.submit(again))).status == 200
