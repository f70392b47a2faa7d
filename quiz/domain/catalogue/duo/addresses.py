"""01.-adressen-mbo-instellingen.csv: the mbo colleges with their codes, places and sites."""

from dataclasses import dataclass

from quiz.domain.catalogue.duo import codes
from quiz.domain.catalogue.duo.delivery import Delivery
from quiz.domain.catalogue.duo.formats import MBO_ADDRESSES
from quiz.domain.catalogue.duo.locations import LOST_NOUGHT
from quiz.domain.catalogue.duo.names import spoken_name
from quiz.domain.catalogue.duo.proposal import REMOVED_SCHOOL, Proposal, School
from quiz.domain.catalogue.duo.providers import Provider
from quiz.domain.catalogue.duo.recognised import colleges_of
from quiz.domain.catalogue.duo.secondary import NEW_NAME, UNKNOWN_TOWN
from quiz.domain.catalogue.duo.standing import institution_key
from quiz.domain.catalogue.duo.websites import hosts, site
from quiz.domain.catalogue.duo.whereabouts import Whereabouts

NO_BRIN = "de code van de school is niet te lezen"


@dataclass(frozen=True, order=True)
class Address:
    """One college as the list of addresses has it."""

    brin: str
    name: str
    place: str
    municipality: str
    postcode: int | None
    website: str


def collect_addresses(delivery: Delivery) -> dict[str, Address]:
    """Read the whole list; of doubles the first in the order of the alphabet."""
    found: dict[str, Address] = {}
    for row in delivery.records:
        written = row["INSTELLINGSCODE"]
        brin, mended = codes.brin(written)
        town, short = codes.municipality(row["GEMEENTENUMMER"])
        if not brin:
            said = f"{written} {row['INSTELLINGSNAAM']}".strip()
            delivery.cannot_read("INSTELLINGSCODE", NO_BRIN, said)
            continue
        if mended or short:
            delivery.mended.add(LOST_NOUGHT, f"{written if mended else row['GEMEENTENUMMER']}")
        address = Address(
            brin=brin,
            name=row["INSTELLINGSNAAM"],
            place=row["PLAATSNAAM"],
            municipality=town,
            postcode=codes.postcode(row.get("POSTCODE", "")),
            website=row.get("INTERNETADRES", ""),
        )
        found[brin] = min(address, found.get(brin, address))
    return found


def propose_addresses(
    proposal: Proposal, where: Whereabouts, addresses: dict[str, Address]
) -> None:
    """Give colleges that are there their code and site, and ask for those that are not."""
    owner = proposal.standing.by_code(("mbo",))
    families = colleges_of(proposal, ("mbo",)).families(
        Provider(one.brin, "", {one.name}, hosts(one.website)) for one in addresses.values()
    )
    for brin, address in sorted(addresses.items()):
        known = owner[brin].id if brin in owner else next(iter(families.get(brin, ())), "")
        if brin in proposal.standing.removed_codes:
            proposal.left_out.add(REMOVED_SCHOOL, f"{brin} {address.name}")
        elif known:
            _refresh(proposal, known, address)
        else:
            _new(proposal, where, address)


def _refresh(proposal: Proposal, college: str, address: Address) -> None:
    facts = {"register_codes": proposal.codes_with(college, address.brin)}
    proposal.ask(institution_key(college), facts, {"website": site(address.website)})


def _new(proposal: Proposal, where: Whereabouts, address: Address) -> None:
    spot = where.spot(address.municipality, address.place)
    if spot is None:
        proposal.left_out.add(UNKNOWN_TOWN, f"{address.brin} {address.name}")
        return
    school = School(
        id=f"mbo-{address.brin.lower()}",
        name=spoken_name(address.name),
        kind="mbo",
        spot=spot,
        source=MBO_ADDRESSES.source(),
        code=address.brin,
    )
    if proposal.found(school, site(address.website)):
        proposal.notes.add(NEW_NAME, f"{school.name} ({address.brin})")
