"""The offers of an overview of RIO as rows: at colleges that are there, or at new ones."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from quiz.domain.catalogue.duo.coverage import Coverage
from quiz.domain.catalogue.duo.names import spoken_name
from quiz.domain.catalogue.duo.overviews import Offer, Overview, kinds_of
from quiz.domain.catalogue.duo.proposal import Proposal, School
from quiz.domain.catalogue.duo.providers import College, Colleges, Family
from quiz.domain.catalogue.duo.standing import institution_key, offering_key
from quiz.domain.catalogue.duo.websites import page, site
from quiz.domain.catalogue.duo.whereabouts import Whereabouts
from quiz.domain.catalogue.files.columns import INSTITUTIONS, OFFERINGS

UNKNOWN_PLACE = "deze plaats kennen we niet"
DOUBLE_PLACE = (
    "meer gemeenten hebben een plaats die zo heet: geef ook 02.-alle-vestigingen-vo.csv, "
    "met de postcodes"
)
UNKNOWN_CODE = "de opleiding staat niet in de catalogus (zie de lijst van codes)"
NEW_COLLEGE = "nieuwe school uit het overzicht: kijk of zij niet al onder een andere naam bestaat"


def colleges_of(proposal: Proposal, kinds: Iterable[str]) -> Colleges:
    """The colleges of these kinds, as they stand and as they were asked for.

    Also those that were taken away here: who is recognised as one of them does not come back.
    """
    rows = {key: row.cells for key, row in proposal.standing.stored.items()} | proposal.rows
    return Colleges(
        College(cells["id"], cells["name"], cells.get("website", ""))
        for (file, _), cells in rows.items()
        if file == INSTITUTIONS.file and cells["kind"] in set(kinds)
    )


class Recognised:
    """Asks for the rows of one overview."""

    def __init__(self, proposal: Proposal, where: Whereabouts, overview: Overview) -> None:
        self._proposal, self._where, self._overview = proposal, where, overview
        self._kinds = {kind for system in overview.systems for kind in kinds_of(system)}
        self._families = self._recognise()
        self._towns: dict[str, set[str]] = defaultdict(set)  # of each college, by its offerings
        for _, cells in proposal.standing.live(OFFERINGS.file):
            self._towns[cells["institution_id"]].add(cells["location_municipality"])
        self._coverage = Coverage(proposal, overview)

    def _recognise(self) -> Mapping[str, Family]:
        """The family of each provider; one that got a row of its own before keeps it."""
        providers = self._overview.providers
        found = colleges_of(self._proposal, self._kinds).families(providers.values())
        own = {number: _own_id(number, self._kinds) for number in providers}
        stored = self._proposal.standing.stored
        return {
            **found,
            **{
                one: (college,)
                for one, college in own.items()
                if institution_key(college) in stored
            },
        }

    def propose(self) -> None:
        """Ask for every row, and say which rows the overview speaks about."""
        known = self._proposal.standing.programmes
        self._proposal.unknown |= self._overview.unknown(known)
        offers: dict[str, list[tuple[Offer, str]]] = defaultdict(list)
        for offer in sorted(self._overview.pages, key=_order):
            if (offer.system, offer.code) not in known:
                self._leave_out(UNKNOWN_CODE, offer, self._overview.names.get(offer.code, ""))
            elif town := self._town(offer):
                offers[offer.provider].append((offer, town))
            else:
                for programme in known[offer.system, offer.code]:
                    family = self._families.get(offer.provider, ())
                    self._coverage.seen(programme, family, offer.mode)
        for provider, found in offers.items():
            self._offer(provider, found)
        self._coverage.cover()

    def _leave_out(self, reason: str, offer: Offer, said: str) -> None:
        self._proposal.left_out.add(reason, f"{offer.code} {said}".strip())

    def _town(self, offer: Offer) -> str:
        if not offer.place:  # said already
            return ""
        family = self._families.get(offer.provider, ())
        likely = set().union(*(self._towns[one] for one in family))
        likely |= {self._proposal.cells_of(one)["municipality"] for one in family}
        town = self._where.municipality(offer.place, offer.postcode, likely)
        if not town:
            double = self._where.is_double(offer.place)
            self._proposal.left_out.add(DOUBLE_PLACE if double else UNKNOWN_PLACE, offer.place)
        return town

    def _offer(self, provider: str, offers: list[tuple[Offer, str]]) -> None:
        family = self._families.get(provider) or self._new(provider, offers)
        for offer, town in offers if family else ():
            for programme in self._proposal.standing.programmes[offer.system, offer.code]:
                college = self._site(family, programme, town, offer.mode)
                address = page(self._overview.pages[offer])
                row = (programme, college, town, offer.mode)
                self._proposal.offer(row, self._overview.form.source(), address)

    def _site(self, family: Family, programme: str, town: str, mode: str) -> str:
        """The site that has this row already, else the one in that municipality, else the main."""
        removed = self._proposal.standing.is_removed
        family = tuple(one for one in family if not removed(institution_key(one))) or family
        for college in family:
            key = offering_key(programme, college, town, mode)
            if key in self._proposal.standing.stored or key in self._proposal.rows:
                return college
        there = (one for one in family if self._proposal.cells_of(one)["municipality"] == town)
        return next(there, family[0])

    def _new(self, number: str, offers: list[tuple[Offer, str]]) -> Family:
        """A college of its own, in the municipality where it gives most."""
        provider = self._overview.providers[number]
        counts = Counter(town for _, town in offers)
        town = min(counts, key=lambda code: (-counts[code], code))
        place = min(offer.place for offer, found in offers if found == town)
        school = School(
            id=_own_id(number, self._kinds),
            name=spoken_name(provider.name),
            kind=_kind(min(offer.level for offer, _ in offers), self._kinds),
            spot=self._where.spot(town, place),
            source=self._overview.form.source(),
        )
        self._proposal.notes.add(NEW_COLLEGE, f"{provider.name} ({place})")
        pages = (self._overview.pages[offer] for offer, _ in offers)
        address = min(filter(None, pages), default="")
        return (school.id,) if self._proposal.found(school, site(address)) else ()


def _order(offer: Offer) -> tuple[str, ...]:
    return offer.provider, offer.code, offer.place, str(offer.postcode), offer.mode


def _own_id(number: str, kinds: Collection[str]) -> str:
    """The id of a college that the catalogue only knows from an overview."""
    slug = "-".join("".join(sign if sign.isalnum() else " " for sign in number.lower()).split())
    return f"{'mbo' if 'mbo' in kinds else 'ho'}-{slug}"


def _kind(level: str, kinds: Collection[str]) -> str:
    if "mbo" in kinds:
        return "mbo"
    return "universiteit" if level.startswith("WO") else "hogeschool"
