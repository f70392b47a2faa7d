"""One link of a site, tried in time."""

import time

from quiz.domain.catalogue.upkeep.links import Outcome, Tried
from quiz.usecases.links.trying import Turns, try_link
from tests.usecases.links.site import HANGS, Site


def tried(site: Site, path: str, outcome: Outcome = Outcome.GOOD) -> Tried:
    """What comes of a page of this site; in a hurry where silence is what should come of it."""
    began = time.monotonic()
    manner = site.hurried if outcome is Outcome.SILENT else site.manner
    found = try_link(site.at(path), manner, Turns(0.0))
    assert time.monotonic() - began < HANGS / 2
    return found
