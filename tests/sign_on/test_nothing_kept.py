"""What a provider tells of somebody is found nowhere afterwards: no table, log, page or cookie."""

import pytest
from flask import Flask

from quiz.storage.tables.staff import StaffIdentity
from tests.conftest import services_of
from tests.security.on_disk import traces
from tests.sign_on.links import accept, invitation
from tests.sign_on.provider import MARKER, SECRET, SUBJECT, Provider
from tests.sign_on.somebody import START, Somebody
from tests.sign_on.test_asked_step import SET_UP, ask
from tests.visitor import Page

MARKS = tuple(mark.encode() for mark in (MARKER, MARKER.lower(), SUBJECT, SECRET))


def test_a_marker_in_every_claim_is_found_nowhere(
    linked: Somebody, sso_app: Flask, provider: Provider, capfd: pytest.CaptureFixture[str]
) -> None:
    seen: list[Page] = [linked.sign_in(), linked.get("/account"), linked.get("/uitloggen")]
    provider.claims = {"aud": f"{MARKER} ander"}
    seen.append(Somebody(sso_app, provider).sign_in())
    provider.claims, provider.subject = {}, f"{SUBJECT}-{MARKER}"
    seen.append(Somebody(sso_app, provider).sign_in())
    provider.answer = {"error": MARKER, "error_description": MARKER}
    seen.append(Somebody(sso_app, provider).sign_in())
    provider.answer, provider.trouble = {}, {"/token": 500}
    seen.append(Somebody(sso_app, provider).sign_in())
    provider.trouble = {}
    accept(Somebody(sso_app, provider), invitation(sso_app))
    ask(sso_app, "teacher")
    provider.claims, provider.subject = {"amr": [MARKER], "acr": MARKER}, SUBJECT
    somebody = Somebody(sso_app, provider)
    seen += [somebody.sign_in(), somebody.submit(somebody.get(SET_UP), present="x", code="123456")]
    for page in seen:
        told = page.html + str(page.response.headers)
        assert not any(mark.decode() in told for mark in MARKS), page.path
    assert traces(services_of(sso_app), *MARKS) == set()
    said = "".join(capfd.readouterr())
    assert '"school account"' in said or "school account" in said
    assert not any(mark.decode() in said for mark in MARKS)


def test_the_digest_is_another_with_another_key_issuer_or_subject() -> None:
    from quiz.usecases.staff.identities import subject_digest  # noqa: PLC0415

    pairs = [
        (b"a", "x", "y"),
        (b"b", "x", "y"),
        (b"a", "xy", ""),
        (b"a", "x", "z"),
        (b"a", "", "xy"),
    ]
    assert len({subject_digest(*pair) for pair in pairs}) == len(pairs)
    assert {column.name for column in StaffIdentity.__table__.columns} == {
        *("id", "staff_id", "school_id", "provider", "subject", "created_at")
    }


def test_the_cookie_holds_nothing_of_what_comes_back(linked: Somebody) -> None:
    linked.leave_for_school(f"{START}?voor=")
    cookie = linked.client.get_cookie("zeven_werelden_schoolaccount", path="/inloggen/school")
    assert cookie is not None
    assert len(cookie.value) < 1000
