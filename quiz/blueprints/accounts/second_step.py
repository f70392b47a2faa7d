"""The second step: six digits that an app on somebody's own phone makes (TOTP)."""

from typing import Any

from passlib.exc import TokenError
from passlib.totp import TOTP

from quiz.config.whole_numbers import whole_number
from quiz.domain.codes.digests import derived_key
from quiz.storage.tables.staff import Staff
from quiz.web.runtime import services

ISSUER = "Zeven Werelden"
CLOCKS_MAY_DIFFER = 30  # seconds, each way
DIGITS = 6


def new_secret() -> str:
    """A secret for one phone, encrypted under a key of its own: only so it is stored."""
    return str(_codes().new().to_json(encrypt=True))


def on_phone(secret: str) -> Any:
    """What the phone with this secret knows: its address, its key and the digits of now."""
    return _codes().from_source(secret)


def is_right(person: Staff, secret: str, digits: str) -> bool:
    """Whether these digits belong to this moment and were not used before.

    Notes the code on the (detached) person; storing it is for the caller.
    """
    if len(digits) != DIGITS or whole_number(digits, DIGITS) is None:
        return False
    last = person.tf_last_counter
    try:
        match = on_phone(secret).match(digits, window=CLOCKS_MAY_DIFFER, last_counter=last)
    except TokenError:
        return False
    person.tf_last_counter = match.counter
    return True


def _codes() -> type[Any]:
    """The codes of this installation."""
    key = derived_key(services().code_key, "second step")
    used: type[Any] = TOTP.using(issuer=ISSUER, secrets={"1": key})
    return used
