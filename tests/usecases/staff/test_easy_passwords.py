"""Passwords that are guessed first are refused; a sentence of one's own is not."""

import pytest

from quiz.usecases.staff.easy_passwords import is_easy

EMAIL = "eva.jansen@planeetcollege.nl"


@pytest.mark.parametrize(
    "password",
    [
        "welkom123456",
        "Welkom2026!!",
        "welkomwelkom",
        "WachtwoordWachtwoord1",
        "P@ssw0rd2026",
        "123456789012",
        "aaaaaaaaaaaa",
        "abababababab",
        "qwertyuiop12",
        "zevenwerelden1",
        "eva.jansen2026",
        "Planeetcollege1!",
        "evajansen1234",
    ],
)
def test_easy(password: str) -> None:
    assert is_easy(password, EMAIL)


@pytest.mark.parametrize(
    "password",
    ["een zin van de docent", "weer iets anders", "welkom op de boot van Piet", "x7Kp2mQz9Lw4"],
)
def test_not_easy(password: str) -> None:
    assert not is_easy(password, EMAIL)
