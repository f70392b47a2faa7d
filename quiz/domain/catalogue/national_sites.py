"""Where a programme is looked up in the whole country: the two national sites, by level.

The only place that knows the forms of their addresses. What was seen, in stored public copies and
not live (2026-11-27):

- KiesMBO: https://www.kiesmbo.nl/opleidingen stands above the pages of all programmes. A search
  by name has no form that we saw (zoekresultaten?tag= takes a subject), so we go to the list.
- Studiekeuze123: https://www.studiekeuze123.nl/opleidingen is the list, and ?q= with words stands
  behind it on pages of others. A site that drops the words still shows the list.

A form that changes breaks a link on many cards at once: `quiz catalogue check --links` lists both.
"""

from typing import NamedTuple
from urllib.parse import urlencode

KIESMBO = "https://www.kiesmbo.nl/opleidingen"
STUDIEKEUZE123 = "https://www.studiekeuze123.nl/opleidingen"


class NationalSite(NamedTuple):
    """A site about all programmes of some levels: its name, its list, and the address for one."""

    name: str
    whole: str
    url: str


def national_site(level: str, name: str) -> NationalSite | None:
    """Where a programme of this level and (Dutch) name is looked up; None for a profile."""
    if level.startswith("mbo-"):
        return NationalSite("KiesMBO", KIESMBO, KIESMBO)
    if level in {"ad", "hbo", "wo"}:
        searched = f"{STUDIEKEUZE123}?{urlencode({'q': name})}"
        return NationalSite("Studiekeuze123", STUDIEKEUZE123, searched)
    return None
