"""Files of DUO in, a preview out: read what each of them holds, then weigh them together."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from quiz.domain.catalogue.duo import formats
from quiz.domain.catalogue.duo.addresses import Address, collect_addresses, propose_addresses
from quiz.domain.catalogue.duo.compare import Preview, compare
from quiz.domain.catalogue.duo.delivery import Delivery, Show, open_delivery
from quiz.domain.catalogue.duo.evidence import weigh
from quiz.domain.catalogue.duo.exams import Exams, collect_profiles, collect_sectors
from quiz.domain.catalogue.duo.formats import Format
from quiz.domain.catalogue.duo.higher import collect_ho
from quiz.domain.catalogue.duo.left_out import Counted
from quiz.domain.catalogue.duo.locations import Locations, collect_locations
from quiz.domain.catalogue.duo.overviews import Overview
from quiz.domain.catalogue.duo.proposal import Proposal
from quiz.domain.catalogue.duo.recognised import Recognised
from quiz.domain.catalogue.duo.secondary import Secondary
from quiz.domain.catalogue.duo.standing import Standing
from quiz.domain.catalogue.duo.vocational import collect_mbo
from quiz.domain.catalogue.duo.whereabouts import Whereabouts
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words


@dataclass(frozen=True)
class FileRead:
    """One file: what it is called, what it is, how many rows, and of which year."""

    name: str
    form: Format
    rows: int
    year: str
    mended: tuple[Counted, ...]
    left_out: tuple[Counted, ...]


@dataclass
class Facts:
    """What all files hold, by kind."""

    today: date
    files: list[FileRead] = field(default_factory=list)
    locations: Locations | None = None
    profiles: list[Exams] = field(default_factory=list)
    sectors: list[Exams] = field(default_factory=list)
    addresses: dict[str, Address] | None = None
    overviews: dict[str, Overview] = field(default_factory=dict)

    def read(self, path: Path, show: Show = lambda _: None) -> None:
        """Read one more file; raises FileRefused."""
        with open_delivery(path, show) as delivery:
            self._refuse_twice(delivery)
            found = self._collect(delivery)
        year = getattr(found, "year", "")
        self.files.append(
            FileRead(
                delivery.name,
                delivery.form,
                delivery.rows,
                year,
                delivery.mended.counted(),
                delivery.left_out.counted(),
            )
        )

    def _refuse_twice(self, delivery: Delivery) -> None:
        several = (formats.VO_PROFILES, formats.VO_SECTORS)
        for file in self.files:
            if file.form == delivery.form and file.form not in several:
                reason = Words("dit is hetzelfde soort bestand als %(name)s", name=file.name)
                raise FileRefused(reason, Words("Geef alleen het nieuwste."))

    def _collect(self, delivery: Delivery) -> Any:
        if delivery.form is formats.VO_LOCATIONS:
            self.locations = found = collect_locations(delivery)
            return found
        if delivery.form is formats.MBO_ADDRESSES:
            self.addresses = addresses = collect_addresses(delivery)
            return addresses
        if delivery.form in (formats.MBO_OFFERINGS, formats.HO_OFFERINGS):
            is_mbo = delivery.form is formats.MBO_OFFERINGS
            overview = collect_mbo(delivery) if is_mbo else collect_ho(delivery, self.today)
            self.overviews[delivery.form.key] = overview
            return overview
        exams, collect = (
            (self.profiles, collect_profiles)
            if delivery.form is formats.VO_PROFILES
            else (self.sectors, collect_sectors)
        )
        exams.append(collect(delivery))
        return exams[-1]


def propose(standing: Standing, facts: Facts) -> Preview:
    """Weigh the files together, and set them beside what stands. Raises FileRefused."""
    proposal = Proposal(standing, facts.today)
    for file in facts.files:
        proposal.left_out.take_over(file.left_out)
        proposal.notes.take_over(file.mended)
    where = Whereabouts(standing.catalogue, _postcodes(facts))
    if facts.locations or facts.profiles or facts.sectors:
        evidence = weigh(facts.profiles, facts.sectors)
        proposal.left_out.take_over(evidence.left_out.counted())
        Secondary(proposal, where, facts.locations, evidence).propose()
    if facts.addresses:
        propose_addresses(proposal, where, facts.addresses)
    for _, overview in sorted(facts.overviews.items()):
        Recognised(proposal, where, overview).propose()
    return compare(proposal)


def _postcodes(facts: Facts) -> Iterable[tuple[int | None, str]]:
    lists: list[Iterable[Any]] = [(facts.addresses or {}).values()]
    if facts.locations:
        lists.append(facts.locations.known.values())
    return [(row.postcode, row.municipality) for rows in lists for row in rows]
