"""The second step: six digits that an app on somebody's own phone makes (TOTP)."""

from typing import TYPE_CHECKING, Any, cast

from flask_security import Totp

from quiz.storage.tables.staff import Staff
from quiz.web.access.security import derived_key
from quiz.web.runtime import services

if TYPE_CHECKING:
    from flask_security import UserMixin

ISSUER = "Zeven Werelden"
CLOCKS_MAY_DIFFER = 30  # seconds, each way
DIGITS = 6


class Codes(Totp):
    """Flask-Security's codes, that remember the last one used so that none works twice."""

    def get_last_counter(self, user: "UserMixin") -> int | None:
        """The number of the last code that was used."""
        return cast("Staff", user).tf_last_counter

    def set_last_counter(self, user: "UserMixin", tmatch: Any) -> None:
        """Note the code that is used now; who asked for it stores it."""
        cast("Staff", user).tf_last_counter = tmatch.counter


def codes() -> Codes:
    """The codes of this installation: secrets are stored encrypted under a key of their own."""
    key = derived_key(services().code_key, "second step")
    return Codes({"1": key}, ISSUER)


def is_right(person: Staff, secret: str, digits: str) -> bool:
    """Whether these digits belong to this moment and were not used before.

    Notes the code on the (detached) person; storing it is for the caller.
    """
    if not (len(digits) == DIGITS and digits.isascii() and digits.isdigit()):
        return False
    return bool(codes().verify_totp(digits, secret, cast("Any", person), CLOCKS_MAY_DIFFER))
