"""Addresses outside our pages, for programs of others: they know no visitor and keep nothing.

The session is opened before Flask knows which view an address leads to, so what lies outside
follows from the address. That it lies there exactly when its audience says so, a test holds.
"""

from werkzeug.sansio.request import Request

PROGRAMS = "/api/"


def is_outside(request: Request) -> bool:
    """Whether this address is the same for everybody, whatever cookie comes along."""
    return is_for_programs(request)


def is_for_programs(request: Request) -> bool:
    """Whether a program reads the answer, and not a person."""
    return request.path.startswith(PROGRAMS)
