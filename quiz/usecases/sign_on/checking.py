"""What an operator wants to know of a provider before the school does: whether it works.

Nobody signs in. A code that nobody was given is brought to the provider: when it refuses the code
and not us, it knows our secret.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from quiz.usecases.sign_on.connector import Connector, Secrets
from quiz.usecases.sign_on.discovery import PATH
from quiz.usecases.sign_on.errors import KeyRefused, SignOnProblem, StartOver
from quiz.usecases.sign_on.wire import line_to

CLOCKS_MAY_DIFFER = timedelta(seconds=60)
_NO_CODE = "zeven-werelden-check"


@dataclass(frozen=True)
class Finding:
    """One line for the operator."""

    good: bool
    text: str


def look_at(way: Connector, now: datetime) -> Iterator[Finding]:
    """Everything that can be seen from here, up to what stops the rest."""
    provider = way.provider
    yield Finding(True, f"register this redirect address there: {way.way_back}")
    try:
        metadata = way.directory.metadata()
        yield Finding(True, f"addresses found at {provider.issuer}")
        yield _clock(way, now)
        count = len(way.directory.keys())
        names = ", ".join(sorted(metadata.algorithms))
        yield Finding(count > 0, f"{count} keys; signs with {names}")
        yield _secret(way)
    except SignOnProblem as problem:
        yield Finding(False, f"{_words(problem)} ({type(problem).__name__}: {problem.why})")


def _clock(way: Connector, now: datetime) -> Finding:
    """By the date that stands above every answer."""
    with line_to({"client_id": way.provider.client_id}) as line:
        address = way.provider.issuer.rstrip("/") + PATH
        told = line.get(address, withhold_token=True, allow_redirects=False).headers.get("Date", "")
    try:
        apart = abs(parsedate_to_datetime(told) - now)
    except (ValueError, TypeError):
        return Finding(True, "the provider does not tell its time")
    seconds = round(apart.total_seconds())
    return Finding(apart <= CLOCKS_MAY_DIFFER, f"the clocks differ {seconds} seconds")


def _secret(way: Connector) -> Finding:
    try:
        way.try_code(_NO_CODE, Secrets.new())
    except StartOver:
        return Finding(True, "client_id and secret are known there")
    except KeyRefused:
        return Finding(False, "client_id and secret are not known there, or the secret has ended")
    return Finding(False, "it took a code that nobody was given")


def _words(problem: SignOnProblem) -> str:
    away = "no good answer: can this server reach it, and is issuer or tenant right?"
    return {"ProviderAway": away}.get(type(problem).__name__, "the answer cannot be used")
