"""How a source is called in words that a parent understands, and which sites nobody is sent to.

Coordinators write questions/sources.yaml; it is checked like all content.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.catalogue.files.schema import LEVELS_OF_KIND

FILE = "sources.yaml"


@dataclass(frozen=True)
class NamedSource:
    """A register in both languages, and the page of who keeps it."""

    nl: str
    en: str
    url: str


@dataclass(frozen=True)
class SourceNames:
    """The register of each kind of programme, and the hosts of sites for programmers."""

    programmes: Mapping[str, NamedSource]
    for_programmers: frozenset[str]

    def readable(self, address: str) -> str:
        """An address to send people to; empty for one on a site for programmers."""
        host = host_of(address)
        parts = host.split(".")
        endings = {".".join(parts[start:]) for start in range(len(parts))}
        return "" if endings & self.for_programmers else address


def host_of(address: str) -> str:
    """The name of the site of an address, as people know it: without www."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def load_source_names(folder: Path = paths.QUESTIONS) -> SourceNames:
    """Read the names; raises BankError with one clear line."""
    place, content = read_yaml(folder, FILE)
    fields = place.fields(content, ("programmes", "for_programmers"))
    kinds = place.at("programmes").fields(fields["programmes"], LEVELS_OF_KIND)
    hosts = place.at("for_programmers").texts(fields["for_programmers"])
    return SourceNames(
        programmes={kind: _named(place.at(kind), entry) for kind, entry in kinds.items()},
        for_programmers=frozenset(hosts),
    )


def _named(place: Location, entry: object) -> NamedSource:
    fields = place.fields(entry, ("nl", "en", "url"))
    named = NamedSource(**{name: place.at(name).text(text) for name, text in fields.items()})
    if not named.url.startswith("https://") or not host_of(named.url):
        raise place.refuse(f"{named.url} is no web address; begin with https://")
    return named
