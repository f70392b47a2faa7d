"""What the tests of the pupil's room ask for."""

import pytest
from sqlalchemy import update

from quiz.domain.bank.schema import Bank
from quiz.storage.database import Database
from quiz.storage.tables.attempt import Result
from quiz.usecases.services import Services
from tests.blueprints.classroom.school import code_elsewhere
from tests.blueprints.pupil import retaking
from tests.visitor import Page, Visitor


@pytest.fixture
def bank(services: Services) -> Bank:
    """The questions of the running app."""
    return services.bank


@pytest.fixture
def code_page(visitor: Visitor) -> Page:
    """The page with the return code of a pupil who is about to start."""
    return visitor.start()


@pytest.fixture
def other_code(services: Services) -> str:
    return code_elsewhere(services)


@pytest.fixture
def first(visitor: Visitor, code_page: Page, database: Database) -> Page:
    """A first result, of the third of March."""
    retaking.to_result(visitor, visitor.submit(code_page))
    with database.writing() as session:
        session.execute(update(Result).values(scored_at=retaking.MARCH))
    return visitor.get("/resultaat")
