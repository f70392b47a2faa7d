"""Secondary schools: locations of the list and profiles of the exam files, as rows."""

from collections import defaultdict
from collections.abc import Mapping

from quiz.domain.catalogue.duo.evidence import Evidence
from quiz.domain.catalogue.duo.formats import VO_LOCATIONS
from quiz.domain.catalogue.duo.locations import Location, Locations
from quiz.domain.catalogue.duo.names import spoken_name
from quiz.domain.catalogue.duo.proposal import REMOVED_SCHOOL, Proposal, School
from quiz.domain.catalogue.duo.standing import institution_key, offering_key
from quiz.domain.catalogue.duo.websites import site
from quiz.domain.catalogue.duo.whereabouts import Whereabouts
from quiz.domain.catalogue.files.columns import OFFERINGS
from quiz.domain.catalogue.files.origins import OURS
from quiz.domain.catalogue.files.schema import Institution
from quiz.domain.catalogue.places.spelling import fold

NO_LIST = f"nieuwe school: geef ook {VO_LOCATIONS.file}, daar staat in waar zij is"
NOT_LISTED = "de vestiging staat niet (meer) in de lijst"
NO_PROFILE = "geen profiel in de examenbestanden (onderbouw, praktijkonderwijs of nieuw)"
NO_EXAMS = "nieuwe vestiging: geef ook de examenbestanden, daar staan de profielen in"
UNKNOWN_TOWN = "de gemeente staat niet in de catalogus"
NO_PROGRAMME = "de opleiding staat niet in de catalogus"
ADULTS = "volwassenenonderwijs (vavo) van een mbo-school"
NEW_NAME = "nieuwe school: kijk of mensen haar zo noemen, de naam komt uit het register"
MODE = "voltijd"


class Secondary:
    """Asks for the rows of secondary schools."""

    def __init__(
        self,
        proposal: Proposal,
        where: Whereabouts,
        locations: Locations | None,
        evidence: Evidence,
    ) -> None:
        self._proposal, self._where = proposal, where
        self._locations, self._evidence = locations, evidence
        self._owner = proposal.standing.by_code(("vo",))
        # Of mbo alone: some have schools for pupils as well, under the same code.
        schools = {code[:4] for code in self._owner}
        self._colleges = proposal.standing.by_code(("mbo",)).keys() - schools
        self._given: Mapping[str, list[str]] = defaultdict(list)
        for code, programme in sorted(evidence.given):
            self._given[code].append(programme)
        self._joined: dict[str, str] = {code: one.id for code, one in self._owner.items()}

    def propose(self) -> None:
        """Ask for every row, and say which rows the files speak about."""
        for code in sorted({*self._given, *self._known()}):
            school = self._school(code)
            if school:
                self._offer(code, school)
        self._cover()

    def _known(self) -> Mapping[str, Location]:
        return self._locations.known if self._locations else {}

    def _school(self, code: str) -> str:
        """The id of the school that has this location; empty when there is none, and said why."""
        location = self._known().get(code)
        left_out = self._proposal.left_out
        said = f"{code} {location.name if location else self._evidence.names.get(code, '')}"
        if code in self._proposal.standing.removed_codes:
            left_out.add(REMOVED_SCHOOL, said)
        elif self._locations and not location:
            left_out.add(NOT_LISTED, said)
        elif code in self._joined:
            if location:
                self._refresh(self._owner.get(code), location)
            return self._joined[code]
        elif code[:4] in self._colleges:
            left_out.add(ADULTS, said)
        elif not self._given[code]:
            left_out.add(NO_PROFILE if self._evidence.covered else NO_EXAMS, said)
        elif location is None:
            left_out.add(NO_LIST, said)
        else:
            return self._new(location)
        return ""

    def _refresh(self, school: Institution | None, location: Location) -> None:
        """A school that moved to another municipality moves; what people wrote stays."""
        if school is None:
            return
        towns = {
            found.municipality
            for code in school.register_codes
            if (found := self._known().get(code))
        }
        spot = self._where.spot(location.municipality, location.place)
        moved = spot is not None and towns == {location.municipality} != {school.municipality}
        facts = spot.cells() if spot and moved else {}
        if moved and not self._proposal.is_ours(school.id):
            self._move(school.id, location.municipality)
        self._proposal.ask(institution_key(school.id), facts, {"website": site(location.website)})

    def _move(self, school: str, town: str) -> None:
        """Take the offerings of a school along; those that people edited are theirs to move."""
        standing = self._proposal.standing
        for key, cells in list(standing.live(OFFERINGS.file)):
            if cells["institution_id"] == school and standing.stored[key].origin not in OURS:
                moved = {**cells, "location_municipality": town}
                there = offering_key(cells["programme_id"], school, town, cells["mode"])
                self._proposal.ask(there, moved)
                self._proposal.covered.add(key)

    def _new(self, location: Location) -> str:
        """A new location: of a school that is there under the same name, or a school of its own."""
        spot = self._where.spot(location.municipality, location.place)
        if spot is None:
            self._proposal.left_out.add(UNKNOWN_TOWN, f"{location.code} {location.municipality}")
            return ""
        examined = self._evidence.names.get(location.code, "")
        place, town = self._where.written(location.place, location.municipality)
        name = spoken_name(location.name, examined, place, town)
        school = self._same_school(location, name)
        if school:
            facts = {"register_codes": self._proposal.codes_with(school, location.code)}
            asked = self._proposal.ask(institution_key(school), facts)
        else:
            school = f"vo-{location.code.lower()}"
            new = School(school, name, "vo", spot, VO_LOCATIONS.source(), location.code)
            asked = self._proposal.found(new, site(location.website))
            self._proposal.notes.add(NEW_NAME, f"{name} ({location.code})")
        if not asked:
            return ""
        self._joined[location.code] = school
        return school

    def _same_school(self, location: Location, name: str) -> str:
        """A school with a location of the same school code, in the same municipality."""
        found = {
            school
            for code, school in self._joined.items()
            if code[:4] == location.school
            and (cells := self._proposal.cells_of(school))["municipality"] == location.municipality
            and fold(cells["name"]) == fold(name)
        }
        return min(found, default="")

    def _offer(self, code: str, school: str) -> None:
        town = self._proposal.cells_of(school)["municipality"]
        for programme in self._given[code]:
            if programme in self._proposal.standing.catalogue.programmes:
                source = self._evidence.given[code, programme]
                self._proposal.offer((programme, school, town, MODE), source)
            else:
                self._proposal.left_out.add(NO_PROGRAMME, programme)

    def _cover(self) -> None:
        """Rows of DUO about these programmes may lapse; schools when no location is listed."""
        schools = set(self._joined.values()) - self._doubtful()
        for key, cells in self._proposal.standing.live(OFFERINGS.file):
            if cells["institution_id"] in schools and self._speaks_of(cells["programme_id"]):
                self._proposal.cover(key, cells)
        listed = self._locations
        for school in set(self._owner.values()) if listed else ():
            if listed and not any(map(listed.lists, school.register_codes)):
                self._proposal.covered.add(institution_key(school.id))

    def _speaks_of(self, programme: str) -> bool:
        return programme in self._evidence.covered

    def _doubtful(self) -> set[str]:
        """The schools with a location that the list mentions in a way that cannot be read."""
        codes = self._locations.doubtful if self._locations else frozenset()
        return {self._joined[code] for code in codes if code in self._joined}
