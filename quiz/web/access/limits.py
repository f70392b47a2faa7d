"""Guessing is hopeless: wrong codes and wrong passwords are counted from several sides.

Only what is wrong counts, and what others behind the same address typed wrong keeps nobody's right
code out: a school is one address. So an address with too many wrong codes is told so, but its
codes are still looked at, for as long as the whole service has guesses left for that (ADR 0021).
Passwords are also counted for each account, which only its own password clears; but a browser that
signed in to it before has a count of its own, so that nobody shuts a teacher out by typing
nonsense; all such browsers of an account have one together, however many there are. A counsellor
is counted by account. The arithmetic stands in docs/security.md.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from flask import request, session
from limits import parse

from quiz.web.access.counts import Count
from quiz.web.access.session_keys import BROWSER
from quiz.web.access.visitor_address import line_of

PER_BROWSER = parse("10 per 10 minutes")
PER_ADDRESS = parse("120 per hour")
PER_ACCOUNT = parse("60 per hour")
OVER_ALL = parse("2000 per hour")
TRIES_PER_KEY = parse("10 per 15 minutes")
TRIES_TOGETHER = parse("100 per hour")
TRIES_PER_ADDRESS = parse("100 per hour")


class Code(StrEnum):
    """What is guessed at. Each has counts of its own for addresses and for everybody together."""

    CLASS = "class"
    RETURN = "return"
    SHARE = "share"


class Wait(Exception):
    """Not now: `wait` tells after how many seconds it goes on."""

    def __init__(self, *about: object, wait: int = 3600) -> None:
        super().__init__(*about)
        self.wait = wait


class TooManyGuesses(Wait):
    """Too many wrong codes of this kind; `seen`: this one was looked at, and was wrong as well."""

    def __init__(
        self, *about: object, wait: int = 3600, code: Code = Code.CLASS, seen: bool = False
    ) -> None:
        super().__init__(*about, wait=wait)
        self.code, self.seen = code, seen


class TooManyTries(Wait):
    """Too many wrong passwords for this account or from here."""


@dataclass(frozen=True)
class SignInKey:
    """Under what name tries are counted; `known`: by a browser that got in here before.

    `together`: under what name those of all such browsers count as well.
    """

    name: str
    known: bool
    together: str | None = None


def refuse_guessing(code: Code) -> None:
    """Raise TooManyGuesses when this browser, or everybody, typed too many wrong codes.

    An address above its limit has half of what everybody may type wrong, together with all others
    that are: so no single one uses up what is for all.
    """
    address, everybody = _of_address(code), _of_everybody(code)
    waits = _waits((_of_browser(), everybody))
    if not waits and address.used_up() and everybody.left() <= OVER_ALL.amount // 2:
        waits = [min(address.wait(), everybody.wait())]
    if waits:
        raise TooManyGuesses(wait=max(waits), code=code)


def count_guess(code: Code, *, possible: bool) -> None:
    """Count one wrong code. Raises TooManyGuesses where its address is above its limit.

    What is no `possible` code told its guesser nothing, and takes nothing from everybody.
    """
    _of_browser().add()
    if possible:
        _of_everybody(code).add()
    address = _of_address(code)
    if not address.add():
        raise TooManyGuesses(wait=address.wait(), code=code, seen=True)


def refuse_guessing_by(account: int) -> None:
    """Raise TooManyGuesses when this member of staff typed too many wrong share codes.

    They are counted by their account alone: pupils behind the same address do not matter.
    """
    if waits := _waits(_of_account(account)):
        raise TooManyGuesses(wait=max(waits), code=Code.SHARE)


def count_guess_by(account: int) -> None:
    """Count one wrong share code of this member of staff."""
    for count in _of_account(account):
        count.add()


def begin_try(key: SignInKey) -> None:
    """Count a try under one key: an address, or a browser that one of its accounts knows.

    It counts before it is known to be right, so that tries at the same instant cannot slip
    through. A known browser is not shut out by what others do behind its address. Raises
    TooManyTries.
    """
    here = _counts_of(key)
    if waits := _waits(here if key.known else (*here, _tries_of_address())):
        raise TooManyTries(wait=max(waits))
    if not _added(here):
        raise TooManyTries(wait=max(_waits(here), default=1))


def is_looked_at(key: SignInKey) -> bool:
    """Count a try under the key of one account, and tell whether its password may be looked at.

    It counts before it is known to be right, as `begin_try` does.
    """
    if not key.known and _tries_of_address().used_up():
        return False
    return _added(_counts_of(key))


def end_try(key: SignInKey, *, right: bool) -> None:
    """A right password clears the count of its key; a wrong one also counts for the address."""
    if right:
        for count in _counts_of(key):
            count.forget()
    else:
        _tries_of_address().add()


def _waits(counts: Iterable[Count]) -> list[int]:
    """How long to wait for each of these that is used up."""
    return [count.wait() for count in counts if count.used_up()]


def _of_browser() -> Count:
    """Every code that this browser types, of whatever kind."""
    browser = session.setdefault(BROWSER, secrets.token_hex(8))
    return Count(PER_BROWSER, ("guess", "browser", browser))


def _of_address(code: Code) -> Count:
    return Count(PER_ADDRESS, ("guess", code, "address", line_of(request.remote_addr)))


def _of_everybody(code: Code) -> Count:
    return Count(OVER_ALL, ("guess", code, "all", "all"))


def _of_account(account: int) -> tuple[Count, Count]:
    who = ("guess", "account", str(account))
    return Count(PER_BROWSER, who), Count(PER_ACCOUNT, who)


def _counts_of(key: SignInKey) -> tuple[Count, ...]:
    own = Count(TRIES_PER_KEY, ("try", "key", key.name))
    if key.together is None:
        return (own,)
    return own, Count(TRIES_TOGETHER, ("try", "together", key.together))


def _added(counts: Iterable[Count]) -> bool:
    """Count one in each, up to the first that allows no more."""
    return all(count.add() for count in counts)


def _tries_of_address() -> Count:
    return Count(TRIES_PER_ADDRESS, ("try", "address", line_of(request.remote_addr)))
