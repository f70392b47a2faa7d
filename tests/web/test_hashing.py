"""Passwords are hashed as OWASP advises, where no test makes it lighter."""

import pytest
from flask_security import hash_password

from quiz.web.access import security
from tests.conftest import OF_THE_PRODUCT
from tests.web.conftest import MakeApp


def test_a_password_costs_a_guesser_19_mib_and_two_rounds(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(security, "ARGON2", OF_THE_PRODUCT)
    with make_app().app_context():
        kind, version, cost = hash_password("een lang wachtwoord").split("$")[1:4]
    assert (kind, version, cost) == ("argon2id", "v=19", "m=19456,t=2,p=1")
