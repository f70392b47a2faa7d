"""Two who do the same at the same instant: one of them wins, and nothing is done twice."""

from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask

from quiz.blueprints.counsellor import talk_routes
from quiz.usecases.attempts.errors import NoShare, UnknownCode
from quiz.usecases.services import Services
from quiz.usecases.sharing.agreed_steps import AgreedStepDraft, agree_step, agreed_steps
from quiz.usecases.sharing.share import confirm_share, withdraw_share
from quiz.usecases.sharing.share_codes import claim_share, make_share_code
from tests.blueprints.accounts.people import ADMIN, make_person, person
from tests.blueprints.accounts.people import sign_in as type_password
from tests.blueprints.accounts.test_second_step import digits_of, give, switch_on
from tests.blueprints.classroom.school import sign_in
from tests.blueprints.counsellor.people import as_pupil, make_code
from tests.reading import read
from tests.security.meanwhile import Between
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.usecases.sharing.sharing import ask, counsellor, finished, shares_of, stranger
from tests.visitor import Visitor


def outcome(call: Callable[[], int]) -> int | None:
    try:
        return call()
    except UnknownCode:
        return None


def test_one_of_two_counsellors_who_type_a_code_at_once_gets_to_ask(services: Services) -> None:
    mine, other = counsellor(services), stranger(services)
    for _round in range(5):
        attempt_id = finished(services)
        code = make_share_code(services, attempt_id)
        calls = [
            partial(outcome, partial(claim_share, services, code, who.id, who.school_id))
            for who in (mine, other, mine, other)
        ]
        asked = [each for each in at_the_same_instant(calls) if each is not None]
        assert len(asked) == 1
        assert [share.id for share in shares_of(services, attempt_id)] == asked


def test_the_same_through_pages(clean_app: Flask, services: Services) -> None:
    pupil = as_pupil(clean_app, finished(services))
    staff = [counsellor(services), counsellor(services, "tweede"), stranger(services)]
    visitors = [sign_in(clean_app, who, services.clock()) for who in staff]
    forms = [visitor.get("/gesprekken") for visitor in visitors]
    code = make_code(pupil)
    pages = at_the_same_instant(
        [
            partial(visitor.submit, form, code=code)
            for visitor, form in zip(visitors, forms, strict=True)
        ]
    )
    assert sorted(page.status for page in pages) == [200, 422, 422]


def test_yes_and_no_at_once_end_as_one_of_the_two(services: Services) -> None:
    for _round in range(5):
        attempt_id = finished(services)
        share_id = ask(services, attempt_id, counsellor(services, f"d{_round}"))
        changes = [confirm_share, withdraw_share]
        calls = [partial(_quietly, change, services, attempt_id, share_id) for change in changes]
        at_the_same_instant(calls)
        assert shares_of(services, attempt_id) == [], "a no always ends it"


@pytest.mark.parametrize("action", ["add", "done", "remove"])
def test_after_the_pupils_no_nothing_is_agreed_any_more(
    clean_app: Flask, services: Services, between: Between, action: str
) -> None:
    attempt_id, who, month = finished(services), counsellor(services), f"{services.today():%Y-%m}"
    share_id = ask(services, attempt_id, who)
    confirm_share(services, attempt_id, share_id)
    agree_step(services, attempt_id, AgreedStepDraft("visit", month))
    before = read(services, agreed_steps, attempt_id)
    visitor = sign_in(clean_app, who, services.clock())
    token = visitor.get(f"/gesprekken/{share_id}").form.values["csrf_token"]
    step = {"kind": "open-day", "month": month, "about": "", "step": str(before[0].id)}
    no = partial(withdraw_share, services, attempt_id, share_id)
    between(talk_routes, "require_share", no, after=True)
    sent = {"csrf_token": token, "action": action, **step}
    assert visitor.post(f"/gesprekken/{share_id}/stappen", sent).status == 404
    assert read(services, agreed_steps, attempt_id) == before


def _quietly(change: Callable[[Services, int, int], None], *what: object) -> None:
    try:
        change(*what)  # type: ignore[arg-type]
    except NoShare:
        return


def test_one_of_two_phones_uses_six_digits(clean_app: Flask, visitor: Visitor) -> None:
    number = make_person(clean_app, ADMIN, "admin")
    type_password(visitor, ADMIN)
    secret = switch_on(clean_app, visitor, number)
    browsers = [Visitor(clean_app) for _ in range(4)]
    for one in browsers:
        type_password(one, ADMIN)
    digits = digits_of(clean_app, secret)
    pages = at_the_same_instant([partial(give, one, digits) for one in browsers])
    assert sorted(page.status for page in pages) == [200, 422, 422, 422]
    assert person(clean_app, number).tf_last_counter is not None
