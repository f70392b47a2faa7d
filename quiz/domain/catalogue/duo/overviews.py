"""What the two overviews of RIO share: providers that offer programmes in places."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from quiz.domain.catalogue.duo.delivery import AGAIN, Delivery, Row
from quiz.domain.catalogue.duo.formats import Format
from quiz.domain.catalogue.duo.left_out import Tally
from quiz.domain.catalogue.duo.proposal import Unknown
from quiz.domain.catalogue.duo.providers import Provider
from quiz.domain.catalogue.duo.websites import hosts
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words

NO_PLACE = Words("er staat geen plaats bij")


@dataclass(frozen=True, order=True)
class Offer:
    """One programme of a provider in a place, in one mode."""

    system: str
    code: str
    level: str
    provider: str
    place: str
    postcode: int | None
    mode: str


@dataclass
class Overview:
    """All offers of one file that a pupil may choose, each with its page; and who offers them."""

    form: Format
    systems: tuple[str, ...]
    pages: dict[Offer, str] = field(default_factory=dict)
    providers: dict[str, Provider] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # of programmes, by code
    left_out: Tally = field(default_factory=Tally)

    def add(self, offer: Offer, row: Row, columns: "Columns") -> None:
        """Add one row; the first address in the order of the alphabet is its page."""
        address = row.get("WEBSITE", "")
        self.pages[offer] = min(filter(None, (self.pages.get(offer, ""), address)), default="")
        provider = self.providers.setdefault(
            offer.provider, Provider(offer.provider, row["ONDERWIJSBESTUURID"])
        )
        provider.names.add(row[columns.provider] or offer.provider)
        provider.hosts |= hosts(address)
        name = row.get(columns.programme, "")
        if name:
            self.names[offer.code] = min(name, self.names.get(offer.code, name))

    def unknown(self, known: Mapping[tuple[str, str], object]) -> dict[Unknown, int]:
        """The codes that the catalogue does not have, and how many places give each of them."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for offer in self.pages:
            if (offer.system, offer.code) not in known:
                found[offer.system, offer.code].append(offer.level)
        return {
            Unknown(system, code, self.names.get(code, ""), min(levels)): len(levels)
            for (system, code), levels in found.items()
        }


@dataclass(frozen=True)
class Columns:
    """What an overview calls the name of a provider and of a programme."""

    provider: str
    programme: str


def collect(
    delivery: Delivery,
    systems: tuple[str, ...],
    columns: Columns,
    offer_of: Callable[[Row, Callable[[str], None]], Offer | None],
) -> Overview:
    """Read a whole overview; `offer_of` gives None for a row that it left out, and says why.

    A row without a place is left out too, but kept: the college still gives that programme.
    """
    overview = Overview(delivery.form, systems)
    for row in delivery.records:
        example = f"{row[columns.provider]} {row.get(columns.programme, '')}".strip()
        offer = offer_of(row, partial(delivery.left_out.add, example=example))
        if offer:
            overview.add(offer, row, columns)
    if delivery.rows and not overview.pages:
        usual = next((counted.reason for counted in delivery.left_out.counted()), "")
        reason = Words(
            "in geen enkele rij staat iets dat we kunnen gebruiken (meestal: %(usual)s)",
            usual=usual,
        )
        raise FileRefused(reason, AGAIN)
    return overview


def kinds_of(system: str) -> Iterable[str]:
    """The kinds of institution that give the programmes of a register."""
    return ("mbo",) if system == "crebo" else ("hogeschool", "universiteit")
