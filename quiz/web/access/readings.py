"""How often programs from one address may have an answer that is new to them.

A limit against a program that runs wild, far above what anybody needs: all there is fits in some
twenty answers. An answer that was not changed is no work, so it does not count. Who only reads
guesses at nothing: while we cannot count, everybody goes on.
"""

from flask import request
from limits import parse
from limits.errors import StorageError

from quiz.web.access.counts import Count
from quiz.web.access.limits import Wait
from quiz.web.access.visitor_address import line_of
from quiz.web.logs import log

PER_ADDRESS = parse("600 per 10 minutes")


class TooManyReadings(Wait):
    """A program asks far more than it can need."""


def count_reading() -> None:
    """Count one answer. Raises TooManyReadings above the limit of its address."""
    count = Count(PER_ADDRESS, ("read", "address", line_of(request.remote_addr)))
    try:
        if not count.add():
            raise TooManyReadings(wait=count.wait())
    except StorageError:
        log.warning("answers to programs cannot be counted now")
