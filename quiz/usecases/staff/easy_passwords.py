"""Passwords that are guessed first: a word everybody takes, with some digits; the own address."""

import re

FEWEST_SIGNS = 5
# What people at schools take when a password is asked; letters only, small.
_WORDS = """
    abc abcdef admin azerty basisschool beheer beheerder changeme computer dankjewel decaan
    docent geheim hallo hetgeheim herfst iloveyou inloggen leerkracht leerling lente letmein
    login mentor middelbareschool mijnwachtwoord nederland onderwijs passw passwd password
    qwerty qwertyui qwertyuiop school secret techniek teacher test vakantie wachtwoord welcome
    welkom winter zevenwerelden zomer
"""
COMMON = frozenset(_WORDS.split())
_LETTERS = re.compile(r"[^a-z]+")


def is_easy(password: str, email: str = "") -> bool:
    """Whether somebody who guesses would try it early. Length is looked at elsewhere."""
    small = password.casefold()
    letters = _LETTERS.sub("", small.replace("0", "o").replace("@", "a").replace("$", "s"))
    plain = {letters, _LETTERS.sub("", small), letters.rstrip("o")}
    if len(set(small)) < FEWEST_SIGNS or plain & {"", *_own_words(email)}:
        return True
    return any(_is_repeated(word) for word in plain)


def _own_words(email: str) -> set[str]:
    name, _, house = email.casefold().partition("@")
    parts = {name, house.partition(".")[0], *re.split(r"[^a-z]+", name)}
    return {_LETTERS.sub("", part) for part in parts}


def _is_repeated(word: str) -> bool:
    """A common word, once or a few times: welkom, welkomwelkom."""
    return any(
        word == common * (len(word) // len(common)) for common in COMMON if len(word) >= len(common)
    )
