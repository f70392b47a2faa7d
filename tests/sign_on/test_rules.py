"""Whom each kind of provider lets in, by what it tells: as text and as list, here or elsewhere."""

from pathlib import Path
from typing import Any

import pytest

from tests.blueprints.accounts import people
from tests.own_app import MakeApp
from tests.sign_on.provider import Provider
from tests.sign_on.settings import OURS, written
from tests.sign_on.somebody import Somebody
from tests.visitor import Page

KINDS = {
    "google": {"kind": '"google"', "domains": '["school.nl", "school.eu"]'},
    "entree": {"kind": '"entree"', "schools": '["01AB", "02CD01"]'},
    "surfconext": {"kind": '"surfconext"', "organisations": '["mbo.nl"]'},
    "entra": {"kind": '"entra"', "tenant": '"0f3d5c1e-0000-4000-8000-0123456789ab"'},
}
WORK, BRIN, HOME = (
    "eduPersonAffiliation",
    "nlEduPersonHomeOrganizationId",
    "schac_home_organization",
)
UNKNOWN, NO_STAFF, OTHER = "kennen dit schoolaccount", "alleen voor medewerkers", "Deze school"
CASES: list[tuple[str, dict[str, Any], str]] = [
    ("google", {"hd": "school.nl"}, UNKNOWN),
    ("google", {"hd": "SCHOOL.eu"}, UNKNOWN),
    ("google", {}, OTHER),
    ("google", {"hd": "ander.nl"}, OTHER),
    ("google", {"hd": "school.nl.evil.example"}, OTHER),
    ("google", {"email": "iemand@school.nl", "email_verified": True}, OTHER),
    ("google", {"hd": {"school.nl": True}}, OTHER),
    ("entree", {WORK: "employee", BRIN: "01AB"}, UNKNOWN),
    ("entree", {WORK: ["student", "staff"], BRIN: ["01AB03"]}, UNKNOWN),
    ("entree", {WORK: ["Employee"], BRIN: "02CD01"}, UNKNOWN),
    ("entree", {WORK: "employee", BRIN: "02CD"}, OTHER),
    ("entree", {WORK: "employee", BRIN: "03EF"}, OTHER),
    ("entree", {WORK: "employee"}, OTHER),
    ("entree", {WORK: "student", BRIN: "01AB"}, NO_STAFF),
    ("entree", {WORK: ["student"], BRIN: "01AB"}, NO_STAFF),
    ("entree", {WORK: "student employee", BRIN: "01AB"}, NO_STAFF),
    ("entree", {BRIN: "01AB"}, NO_STAFF),
    ("surfconext", {"eduperson_affiliation": ["faculty"], HOME: "mbo.nl"}, UNKNOWN),
    ("surfconext", {"eduperson_affiliation": ["member"], HOME: "mbo.nl"}, NO_STAFF),
    ("surfconext", {"eduperson_affiliation": ["employee"], HOME: "ander.nl"}, OTHER),
    ("entra", {}, UNKNOWN),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_who_may_try(
    make_app: MakeApp,
    tmp_path: Path,
    provider: Provider,
    case: tuple[str, dict[str, Any], str],
) -> None:
    kind, told, words = case
    at_userinfo = kind in ("entree", "surfconext")
    provider.userinfo, provider.claims = (told, {}) if at_userinfo else ({}, told)
    page = _sign_in(make_app, tmp_path, provider, kind)
    assert page.status == 403
    assert words in page.text, page.text


def _sign_in(make_app: MakeApp, folder: Path, provider: Provider, kind: str) -> Page:
    app = make_app(SSO_FILE=str(written(folder, provider, **KINDS[kind])), BASE_URL=OURS)
    people.make_person(app, people.TEACHER, "teacher")
    return Somebody(app, provider).sign_in()


def test_what_is_told_of_another_person_is_not_taken(
    make_app: MakeApp, tmp_path: Path, provider: Provider
) -> None:
    provider.userinfo = {"sub": "een ander", WORK: "employee", BRIN: "01AB"}
    assert _sign_in(make_app, tmp_path, provider, "entree").status == 502


@pytest.mark.parametrize(
    "asked",
    [
        ("google", "select_account", "openid email"),
        ("entra", "select_account", "openid"),
        ("entree", "login", "openid profile"),
        ("surfconext", "login", "openid"),
    ],
)
def test_no_more_is_asked_than_the_rules_need(
    make_app: MakeApp, tmp_path: Path, provider: Provider, asked: tuple[str, str, str]
) -> None:
    kind, prompt, scope = asked
    app = make_app(SSO_FILE=str(written(tmp_path, provider, **KINDS[kind])), BASE_URL=OURS)
    address = Somebody(app, provider).leave_for_school()
    assert f"prompt={prompt}&" in address + "&"
    assert f"scope={scope.replace(' ', '+')}&" in address.replace("%20", "+") + "&"
