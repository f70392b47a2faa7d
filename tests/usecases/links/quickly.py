"""One link of a site, tried in time."""

import time
from dataclasses import replace
from typing import Any

from quiz.domain.catalogue.upkeep.links import Tried
from quiz.usecases.links.trying import Turns, try_link
from tests.usecases.links.site import Site

LONGEST = 8.0  # seconds: two questions of one second each, on a machine that does much else


def tried(site: Site, path: str, **more: Any) -> Tried:
    """What comes of a page of this site."""
    began = time.monotonic()
    found = try_link(site.at(path), replace(site.manner, **more), Turns(0.0))
    assert time.monotonic() - began < LONGEST
    return found
