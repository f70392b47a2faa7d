"""Addresses outside our pages, for programs and pages of others: they know no visitor.

The session is opened before Flask knows which view an address leads to, so what lies outside
follows from the address. That it lies there exactly when its audience says so, a test holds.
"""

from werkzeug.sansio.request import Request

PROGRAMS, FRAMES = "/api/", "/inbed/"
REGIONS, FEEDS = "/regios/", (".ics", ".atom")


def is_outside(request: Request) -> bool:
    """Whether this address is the same for everybody, whatever cookie comes along."""
    return is_for_programs(request) or is_in_frame(request)


def is_for_programs(request: Request) -> bool:
    """Whether a program reads the answer, and not a person."""
    path = request.path
    return path.startswith(PROGRAMS) or (path.startswith(REGIONS) and path.endswith(FEEDS))


def is_in_frame(request: Request) -> bool:
    """Whether a page of others may show this inside its own."""
    return request.path.startswith(FRAMES)
