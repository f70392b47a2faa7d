"""A coordinator who does things at random."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from random import Random
from typing import Any

from quiz.domain.catalogue.files.columns import COMPANIES, EVENTS, INSTITUTIONS, OFFERINGS
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.upkeep.line import stand_of
from quiz.domain.catalogue.upkeep.region_rows import KEPT, key_of
from quiz.storage.catalogue_rows import Key, stored_row
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import add_row, change_row, check_rows, remove_row
from quiz.usecases.region_rows.drafts import draft_of
from quiz.usecases.region_rows.errors import NoRow, RowChanged, RowRefused
from quiz.usecases.region_rows.history import changes_of_row
from quiz.usecases.region_rows.importing import Chosen, lines_of, take_over
from quiz.usecases.region_rows.undoing import undo
from quiz.usecases.services import Services
from tests.domain.catalogue.small import company, event, institution, offering
from tests.usecases.region_rows.small_region import now, seen
from tests.usecases.region_rows.test_importing import sent

REGIONS = frozenset(("gelderland", "noord-holland"))
TOWN, FAR = "GM0228", "GM0361"
NAMES = ("een", "twee", "drie", "bouwer")
LINKS = ("", "https://example.org/een", "https://example.org/twee")


class Work:
    """One thing after another."""

    def __init__(self, services: Services, staff: Staff, chance: Random) -> None:
        self.services, self.staff, self.chance = services, staff, chance

    def step(self) -> None:
        """Do one thing; what is refused changes nothing."""
        what: Sequence[Callable[[], object]] = (
            *(self.add, self.change, self.change, self.move, self.remove, self.undo, self.undo),
            *(self.check, self.bring_in),
        )
        with suppress(RowRefused, RowChanged, NoRow):
            self.chance.choice(what)()

    def some_key(self) -> Key:
        """Any row, also one that is gone, of which something can be known."""
        catalogue = now(self.services).catalogue
        there = [(t.file, key_of(t, row)) for t in KEPT for row in catalogue.rows[t.file]]
        return self.chance.choice([*there, *((COMPANIES.file, name) for name in NAMES)])

    def add(self) -> None:
        """A row of any kind, also one that was there before."""
        name = self.chance.choice(NAMES)
        new: tuple[tuple[Table, dict[str, str]], ...] = (
            (COMPANIES, company(name, TOWN, "bouw:1")),
            (EVENTS, event(name, TOWN, "day", "regional")),
            (INSTITUTIONS, {**institution(name, TOWN), "register_codes": "01AB"}),
            (OFFERINGS, offering("timmeren", name, TOWN, "bol")),
            (OFFERINGS, offering("timmeren", "vak", TOWN, self.chance.choice(("bol", "bbl")))),
        )
        add_row(self.services, self.staff, now(self.services), *self.chance.choice(new))

    def change(self) -> None:
        """Another name, another source or none."""
        key = self.some_key()
        cells = {"name": f"Naam {self.chance.random()}", "source_url": self.chance.choice(LINKS)}
        self._change(key, cells)

    def move(self) -> None:
        """To another town, of another region."""
        self._change(self.some_key(), {"municipality": self.chance.choice((TOWN, FAR))})

    def _change(self, key: Key, cells: Mapping[str, str]) -> None:
        shown = self._seen(key)
        change_row(self.services, self.staff, now(self.services), shown, cells)

    def _seen(self, key: Key) -> Any:
        with self.services.database.reading() as session:
            if stored_row(session, key) is None:
                raise NoRow
        return seen(self.services, key)

    def check(self) -> None:
        """Klopt nog."""
        check_rows(self.services, self.staff, now(self.services), [self._seen(self.some_key())])

    def remove(self) -> None:
        """Taken away, unless others need it."""
        shown = self._seen(self.some_key())
        remove_row(self.services, self.staff, now(self.services), shown)

    def undo(self) -> None:
        """The last change of a row."""
        key = self.some_key()
        with self.services.database.reading() as session:
            changes = changes_of_row(session, key)
        if changes:
            undo(self.services, self.staff, now(self.services), key, changes[0].version)

    def bring_in(self) -> None:
        """A list of many rows, some of which there are already."""
        names = [f"rij-{self.chance.randrange(30)}" for _each in range(20)]
        rows = [
            {**company(name, TOWN, "bouw:1"), "name": f"Naam {self.chance.random()}"}
            for name in dict.fromkeys(names)
        ]
        number = sent(self.services, self.staff, *rows)
        with self.services.database.reading() as session:
            draft = draft_of(session, self.staff.id, number, self.services.clock())
            at = now(self.services)
            lines = lines_of(self.services, session, at, draft, REGIONS)
        take_over(self.services, self.staff, at, Chosen(number, range(100), stand_of(lines)))
