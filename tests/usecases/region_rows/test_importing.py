"""A list goes in whole or not at all, once, by whoever comes first; and never what is of others."""

from functools import partial

import pytest

from quiz.domain.catalogue.files.columns import COMPANIES
from quiz.domain.catalogue.upkeep.line import Outcome, stand_of
from quiz.domain.catalogue.upkeep.uploaded import Uploaded
from quiz.storage.catalogue_import import CatalogueMoved
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import change_row
from quiz.usecases.region_rows.drafts import (
    MOST_KEPT,
    NewDraft,
    draft_of,
    drafts_of,
    keep_draft,
    map_columns,
)
from quiz.usecases.region_rows.errors import NoRow
from quiz.usecases.region_rows.history import changes_in
from quiz.usecases.region_rows.importing import Chosen, Moved, lines_of, take_over
from quiz.usecases.services import Services
from tests.domain.catalogue.small import company
from tests.usecases.attempts.pupils import at_the_same_instant
from tests.usecases.region_rows.small_region import (
    BOUWER,
    now,
    of_gelderland,
    row,
    seen,
)

ALL = range(100)
GELDERLAND = frozenset({"gelderland"})


pytestmark = pytest.mark.usefixtures("loaded")


def sent(services: Services, staff: Staff, *rows: dict[str, str]) -> int:
    """A list of companies with all columns."""
    columns = tuple(COMPANIES.columns)
    found = tuple(
        (number, tuple(each.get(column, "") for column in columns))
        for number, each in enumerate(rows, 2)
    )
    new = NewDraft("companies.csv", "lijst.csv", Uploaded(columns, found, ()), columns)
    return keep_draft(services, staff, new)


def chosen(services: Services, staff: Staff, number: int) -> Chosen:
    """All rows of a list, as its page shows them now."""
    return Chosen(number, ALL, stand_of(lines(services, staff, number)))


def lines(services: Services, staff: Staff, number: int):  # type: ignore[no-untyped-def]
    at = now(services)
    with services.database.reading() as session:
        draft = draft_of(session, staff.id, number, services.clock())
        return lines_of(services, session, at, draft, GELDERLAND)


NEW = company("nieuw", "GM0228", "zorg:1")
OTHER = {**company("bouwer", "GM0228", "bouw:1"), "name": "Anders"}
FAR = company("ver", "GM0361", "zorg:1")
WRONG = {**company("fout", "GM0228", "zorg:1"), "website": "geen"}


def test_each_row_is_told_what_it_does(services: Services, staff: Staff) -> None:
    same = company("bouwer", "GM0228", "bouw:1")
    number = sent(services, staff, NEW, FAR, WRONG, same)
    assert [line.outcome for line in lines(services, staff, number)] == [
        Outcome.NEW,
        Outcome.REFUSED,
        Outcome.REFUSED,
        Outcome.SAME,
    ]
    number = sent(services, staff, OTHER, NEW, NEW)
    found = lines(services, staff, number)
    assert [line.outcome for line in found] == [Outcome.CHANGED, Outcome.NEW, Outcome.REFUSED]
    assert found[0].differences == (("name", "Bouwer", "Anders"),)
    assert found[2].findings[0].reason == "dit staat al in rij 3"


def test_what_is_good_goes_in_together_and_what_is_refused_never(
    services: Services, staff: Staff
) -> None:
    number = sent(services, staff, NEW, OTHER, FAR, WRONG)
    assert take_over(services, staff, now(services), chosen(services, staff, number)) == 2
    assert list(now(services).catalogue.companies) == ["bouwer", "nieuw"]
    assert row(services, BOUWER).cells["name"] == "Anders"
    with services.database.reading() as session:
        history = changes_in(session, GELDERLAND)
    assert {(line.kind, line.version) for line in history} == {("imported", 2)}
    again = chosen(services, staff, number)
    assert take_over(services, staff, now(services), again) == 0, "it is all the same now"


def test_two_who_take_the_same_list_over_at_once_do_it_once(
    services: Services, staff: Staff
) -> None:
    number = sent(services, staff, NEW, OTHER)
    wanted, at = chosen(services, staff, number), now(services)

    def take() -> int:
        try:
            return take_over(services, staff, at, wanted)
        except (CatalogueMoved, Moved):  # written while we looked, or before we did
            return -1

    assert sorted(at_the_same_instant([take, take, take])) == [-1, -1, 2]
    with pytest.raises(Moved):
        take_over(services, staff, now(services), wanted)


def test_an_edit_between_looking_and_taking_over_is_never_overwritten(
    services: Services, staff: Staff
) -> None:
    number = sent(services, staff, NEW, OTHER)
    wanted = chosen(services, staff, number)
    change_row(services, staff, now(services), seen(services, BOUWER), {"name": "Hand"})
    with pytest.raises(Moved):
        take_over(services, staff, now(services), wanted)
    assert row(services, BOUWER).cells["name"] == "Hand"
    assert "nieuw" not in now(services).catalogue.companies
    assert lines(services, staff, number)[1].outcome is Outcome.CONFLICT


def test_a_list_is_of_one_account_and_five_are_kept(services: Services, staff: Staff) -> None:
    other = of_gelderland(services, "ander")
    numbers = [sent(services, staff, NEW) for _each in range(MOST_KEPT + 2)]
    with services.database.reading() as session:
        kept = [number for number, _name, _made in drafts_of(session, staff.id, services.clock())]
        assert kept == numbers[:1:-1]
        with pytest.raises(NoRow):
            draft_of(session, other.id, numbers[-1], services.clock())
    map_columns(services, other, numbers[-1], [""])
    with pytest.raises(NoRow):
        take_over(services, other, now(services), Chosen(numbers[-1], ALL, "x"))
    assert take_over(services, staff, now(services), chosen(services, staff, numbers[-1])) == 1


def test_two_lists_at_once_are_both_kept(services: Services, staff: Staff) -> None:
    numbers = at_the_same_instant([partial(sent, services, staff, NEW)] * 3)
    assert len(set(numbers)) == 3
