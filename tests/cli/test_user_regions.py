"""`quiz user`: a coordinator, and the regions that the account looks after."""

import pytest
from sqlalchemy import select

from quiz.storage.database import Database
from quiz.storage.tables.staff import StaffInvitation
from quiz.usecases.staff.regions import regions_of
from tests.cli.conftest import Quiz, complaint
from tests.cli.test_user import ADD, EVA, accept, link_in, store

__all__ = ["store"]  # the fixture


def test_a_coordinator_gets_the_regions_that_were_asked_for(quiz: Quiz, store: Database) -> None:
    asked = ("user", "add", EVA, "--school", "Het Pact", "--role", "coordinator", "--region")
    result = quiz(*asked, "foodvalley", "--region", "rivierenland")
    assert result.exit_code == 0, result.output
    number = accept(store, link_in(result.output))
    with store.reading() as session:
        assert regions_of(session, number) == {"foodvalley", "rivierenland"}
    assert "coordinator of foodvalley, rivierenland  open" in quiz("user", "list").output


def test_other_regions_end_the_old_ones_and_none_ends_the_role(quiz: Quiz, store: Database) -> None:
    number = accept(store, link_in(quiz(*ADD).output))
    assert quiz("user", "regions", EVA, "--region", "foodvalley").exit_code == 0
    assert quiz("user", "regions", EVA, "--region", "twente").exit_code == 0
    with store.reading() as session:
        assert regions_of(session, number) == {"twente"}
    assert "coordinator, teacher of twente" in quiz("user", "list").output
    assert "no region" in quiz("user", "regions", EVA).output
    assert f"{EVA}  De Ster  teacher  open" in quiz("user", "list").output


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--role", "coordinator"), "--region ID"),
        (("--role", "teacher", "--region", "twente"), "--region ID"),
        (("--role", "coordinator", "--region", "twnte"), "Bedoel je 'twente'?"),
    ],
)
def test_a_coordinator_without_a_region_or_the_reverse_is_refused(
    quiz: Quiz, store: Database, more: tuple[str, ...], why: str
) -> None:
    result = quiz("user", "add", EVA, "--school", "Het Pact", *more)
    assert why in complaint(result)
    with store.reading() as session:
        assert session.scalar(select(StaffInvitation.id)) is None
