"""Phones of before, phones whose clock is off, and codes that were used: digits by themselves."""

from dataclasses import replace

import pytest
from flask import Flask
from passlib.totp import TOTP

from quiz.blueprints.accounts import second_step
from quiz.storage.tables.staff import Staff
from tests.conftest import services_of

# A secret and its key as Flask-Security 5.9.2 stored and showed them, under CODE_KEY_OF_BEFORE.
CODE_KEY_OF_BEFORE = b"a code key that is long enough and only for this test"
SECRET_OF_BEFORE = (
    '{"enckey":{"c":14,"k":"ZSDTM6ZJSMMDBLH2YN2ENOFAMJUBFXD4","s":"3WNTGBWAXCL3F5W6LPVQ",'
    '"t":"1","v":1},"type":"totp","v":1}'
)
KEY_OF_BEFORE = "O5XE-3KNV-2Z5E-7KJV-QZIO-VHJT-QYII-F4D6"


def test_a_phone_of_before_is_still_right(
    clean_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = replace(services_of(clean_app), code_key=CODE_KEY_OF_BEFORE)
    monkeypatch.setattr(second_step, "services", lambda: parts)
    with clean_app.app_context():
        assert second_step.on_phone(SECRET_OF_BEFORE).pretty_key() == KEY_OF_BEFORE


@pytest.mark.parametrize(("seconds_off", "right"), [(-60, 0), (-30, 1), (0, 1), (30, 1), (60, 0)])
def test_the_clock_of_a_phone_may_be_half_a_minute_off(
    clean_app: Flask, noon: int, seconds_off: int, right: int
) -> None:
    with clean_app.app_context():
        secret, owner = second_step.new_secret(), Staff()
        digits = second_step.on_phone(secret).generate(noon + seconds_off).token
        tries = [second_step.is_right(owner, secret, digits) for _try in range(2)]
    assert tries == [bool(right), False], "and it works once"


def test_after_a_code_no_earlier_one_works(clean_app: Flask, noon: int) -> None:
    with clean_app.app_context():
        secret, owner = second_step.new_secret(), Staff()
        phone = second_step.on_phone(secret)
        earlier, now, later = (phone.generate(noon + off).token for off in (-30, 0, 30))
        given = (now, earlier, now, later, now, earlier, later)
        told = [second_step.is_right(owner, secret, digits) for digits in given]
    assert told == [True, False, False, True, False, False, False]


@pytest.fixture
def noon(monkeypatch: pytest.MonkeyPatch) -> int:
    """The clock stands still, at the beginning of a half minute."""
    stands = 1_795_694_400
    monkeypatch.setattr(TOTP, "now", staticmethod(lambda: stands))
    return stands
