"""Which accounts an address and a password open, and how tries at that are counted.

An address may have an account at each school, and every school makes its own: whoever makes one
knows its password. So each account has a count of its own, which only its own password clears. A
count that is used up is not told: the account is then passed over, as if the password were wrong.
Whether to wait depends on the entrance alone, and so tells nobody of an account at another school.
"""

from functools import cache

from quiz.blueprints.accounts.devices import entrance_key, sign_in_key
from quiz.storage.tables.staff import LONGEST_EMAIL, Staff
from quiz.usecases.staff.emails import InvalidEmail, plain_email
from quiz.usecases.staff.hashing import hash_password, verify_password
from quiz.usecases.staff.people import accounts_of
from quiz.web.access.limits import begin_try, end_try, is_looked_at
from quiz.web.runtime import end_reading, reading, services

# As many hashes as a person at four schools has: how long it takes tells nobody of the others.
LEAST_HASHES = 4


def opened_by(typed_email: str, password: str) -> list[Staff]:
    """The open accounts of this address that this password opens. Raises TooManyTries."""
    email = _normal(typed_email)
    people = accounts_of(reading(), email)
    end_reading()
    entrance = entrance_key(email, people)
    begin_try(entrance)
    for _turn in range(LEAST_HASHES - len(people)):
        _opens(None, password)
    right = [person for person in people if _opens(person, password)]
    end_try(entrance, right=bool(right))
    return right


def _opens(person: Staff | None, password: str) -> bool:
    """Try one account, or none: that is as much work."""
    key, code_key = sign_in_key(person), services().code_key
    looked_at = is_looked_at(key)
    end_reading()
    stored = person.password if person and looked_at else None
    hashed = stored or _nobody(code_key)
    fits = verify_password(code_key, password, hashed)
    opens = bool(person and person.active and stored and fits)
    if opens:
        end_try(key, right=True)
    return opens


def _normal(typed_email: str) -> str:
    """One form for all ways to type an address, with an account or without: they count as one."""
    try:
        return plain_email(typed_email)
    except InvalidEmail:
        return typed_email.strip().lower()[:LONGEST_EMAIL]


@cache
def _nobody(code_key: bytes) -> str:
    """A hash for where there is nothing to look at; what fits it opens nothing."""
    return hash_password(code_key, "nobody has this password")
