"""What was done is undone, only while nothing came after it; and who did what stays to be seen."""

import pytest
from sqlalchemy import delete

from quiz.domain.catalogue.files.columns import COMPANIES, INSTITUTIONS, OFFERINGS
from quiz.storage.catalogue_rows import Key
from quiz.storage.tables.staff import Staff
from quiz.usecases.region_rows.changing import add_row, change_row, remove_row
from quiz.usecases.region_rows.errors import NoRow, RowChanged, RowRefused
from quiz.usecases.region_rows.history import changes_in, changes_of_row
from quiz.usecases.region_rows.undoing import undo
from quiz.usecases.services import Services
from tests.blueprints.coordinator.people import coordinator
from tests.domain.catalogue.small import company, institution, offering
from tests.usecases.region_rows.small_region import (
    BOUWER,
    now,
    row,
    seen,
)

pytestmark = pytest.mark.usefixtures("loaded")


def last(services: Services, key: Key) -> int:
    with services.database.reading() as session:
        return changes_of_row(session, key)[0].version


def test_a_change_is_undone_to_the_origin_that_it_had_and_done_again(
    services: Services, staff: Staff
) -> None:
    before = row(services, BOUWER)
    change_row(services, staff, now(services), seen(services, BOUWER), {"name": "Anders"})
    undo(services, staff, now(services), BOUWER, last(services, BOUWER))
    assert row(services, BOUWER) == before
    undo(services, staff, now(services), BOUWER, last(services, BOUWER))
    assert row(services, BOUWER).cells["name"] == "Anders"


def test_taking_away_and_adding_are_undone(services: Services, staff: Staff) -> None:
    remove_row(services, staff, now(services), seen(services, BOUWER))
    assert "bouwer" not in now(services).catalogue.companies
    undo(services, staff, now(services), BOUWER, last(services, BOUWER))
    assert "bouwer" in now(services).catalogue.companies
    new = {**company("erbij", "GM0228", "zorg:1"), "id": ""}
    key = add_row(services, staff, now(services), COMPANIES, new)
    undo(services, staff, now(services), key, last(services, key))
    assert "erbij" not in now(services).catalogue.companies
    assert row(services, key).origin == "removed"


def test_only_the_last_change_is_undone(services: Services, staff: Staff) -> None:
    change_row(services, staff, now(services), seen(services, BOUWER), {"name": "Een"})
    first = last(services, BOUWER)
    change_row(services, staff, now(services), seen(services, BOUWER), {"name": "Twee"})
    for version in (first, 99):
        with pytest.raises(RowChanged):
            undo(services, staff, now(services), BOUWER, version)
    assert row(services, BOUWER).cells["name"] == "Twee"


def test_an_undo_that_would_leave_something_pointing_at_nothing_is_refused(
    services: Services, staff: Staff
) -> None:
    school = {**institution("nieuw", "GM0228"), "id": ""}
    key = add_row(services, staff, now(services), INSTITUTIONS, school)
    there = offering("zorgen", key[1], "GM0228", "bol")
    add_row(services, staff, now(services), OFFERINGS, there)
    with pytest.raises(RowRefused):
        undo(services, staff, now(services), key, last(services, key))


def test_who_did_what_is_seen_by_region_and_a_removed_account_has_no_name(
    services: Services, staff: Staff
) -> None:
    change_row(services, staff, now(services), seen(services, BOUWER), {"name": "Anders"})
    remove_row(services, staff, now(services), seen(services, BOUWER))
    with services.database.reading() as session:
        lines = changes_in(session, ["gelderland"])
        assert changes_in(session, ["zeeland"]) == []
        assert changes_in(session, []) == []
        older = changes_in(session, ["gelderland"], before=lines[0].version)
    assert [(line.kind, line.who) for line in lines] == [
        ("removed", "regio@pact.example"),
        ("changed", "regio@pact.example"),
    ]
    assert [line.kind for line in older] == ["changed"]
    assert older[0].before is not None
    assert (older[0].before["name"], older[0].after["name"]) == ("Bouwer", "Anders")
    with services.database.writing() as session:
        session.execute(delete(Staff).where(Staff.id == staff.id))
    with services.database.reading() as session:
        assert {line.who for line in changes_in(session, ["gelderland"])} == {None}


def test_a_coordinator_of_elsewhere_undoes_nothing_here(services: Services, staff: Staff) -> None:
    change_row(services, staff, now(services), seen(services, BOUWER), {"name": "Anders"})
    other = coordinator(services, "zeeland", name="zee")
    with pytest.raises(NoRow):
        undo(services, other, now(services), BOUWER, last(services, BOUWER))
