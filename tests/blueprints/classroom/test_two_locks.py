"""A class opens for its owner and whom they let in, and only at the school of the class."""

import pytest
from sqlalchemy import update

from quiz.storage.tables.school import SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.usecases.staff.people import roles_named, school_named
from tests.blueprints.classroom.school import OTHER_SCHOOL
from tests.blueprints.classroom.sharing import account_of, share, statuses_of
from tests.visitor import Visitor


@pytest.mark.parametrize("what", ["closed", "no teacher any more", "moved"])
def test_whoever_is_no_teacher_of_the_school_opens_nothing(
    services: Services, at_work: Visitor, beside: Visitor, class_id: int, what: str
) -> None:
    colleague = account_of(services, "collega@voorbeeld.nl")
    share(at_work, class_id, colleague)
    with services.database.writing() as session:
        row = session.get_one(Staff, colleague.id)
        if what == "closed":
            row.active = False
        elif what == "moved":
            row.school_id = school_named(session, OTHER_SCHOOL).id
        else:
            row.roles = roles_named(session, ["counsellor"])
    assert statuses_of(beside, class_id) <= {303, 403, 404}


def test_an_owner_who_moves_to_another_school_leaves_the_class_behind(
    services: Services, at_work: Visitor, teacher: Staff, class_id: int
) -> None:
    with services.database.writing() as session:
        elsewhere = school_named(session, OTHER_SCHOOL).id
        session.execute(update(Staff).where(Staff.id == teacher.id).values(school_id=elsewhere))
    assert statuses_of(at_work, class_id) == {404}
    with services.database.writing() as session:
        row = session.get_one(SchoolClass, class_id)
        row.school_id = elsewhere
    assert statuses_of(at_work, class_id) == {200}, "only the school kept it closed"
