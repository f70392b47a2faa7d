"""A password is stored as OWASP advises, with our key in it, and stays good over the years."""

import pytest

from quiz.usecases.staff import hashing
from quiz.usecases.staff.hashing import hash_password, verify_password
from tests.conftest import OF_THE_PRODUCT

KEY = b"a code key that is long enough and only for this test"
PASSWORD = "een zin van de docent"
# Made by Flask-Security 5.9.2, which hashed before ADR 0029.
OF_BEFORE = (
    "$argon2id" + "$v=19$m=19456,t=2,p=1$oXSuVWotZcxZS2mtFYKw9g"
    "$3Yx1iTgbPRzfP8b23VVTicyBtvfxfc0icwh61E7iIQ0"
)


def test_a_password_costs_a_guesser_19_mib_and_two_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashing, "HASHER", OF_THE_PRODUCT)
    kind, version, cost = hash_password(KEY, PASSWORD).split("$")[1:4]
    assert (kind, version, cost) == ("argon2id", "v=19", "m=19456,t=2,p=1")


def test_a_hash_that_was_stored_before_still_opens() -> None:
    assert verify_password(KEY, PASSWORD, OF_BEFORE)
    assert not verify_password(KEY, PASSWORD + " ", OF_BEFORE)


def test_without_our_key_the_table_is_no_use() -> None:
    assert not verify_password(b"another key of another house", PASSWORD, OF_BEFORE)


@pytest.mark.parametrize(
    ("typed", "elsewhere"),
    [
        ("\u00e9\u00e9n zin van de docent", "e\u0301e\u0301n zin van de docent"),
        ("\u212b in een zin", "A\u030a in een zin"),
        ("\uff11\uff12 zinnen lang", "12 zinnen lang"),
    ],
)
def test_the_same_letters_of_another_keyboard_are_the_same_password(
    typed: str, elsewhere: str
) -> None:
    assert verify_password(KEY, elsewhere, hash_password(KEY, typed))


def test_nothing_is_cut_off_and_no_letter_is_lost() -> None:
    long = "x" * 127
    for one, other in ((long + "a", long + "b"), ("a\x00b" * 5, "a\x00c" * 5), ("", "\x00")):
        assert not verify_password(KEY, other, hash_password(KEY, one))


@pytest.mark.parametrize("stored", ["", "unused", "$2b$12$abc", PASSWORD])
def test_what_is_no_hash_opens_for_nobody(stored: str) -> None:
    assert not verify_password(KEY, PASSWORD, stored)
    assert not verify_password(KEY, stored, stored)
