"""Who was in a class picture before the mark existed gets it; everybody else can still move."""

import sqlalchemy as sa

from quiz.storage.database import Database
from quiz.storage.migrations.run import downgrade, upgrade
from quiz.storage.tables.attempt import Attempt
from tests.storage.migrations.rows import fill_every_table

FIRST = 2**60


def test_an_update_marks_who_is_in_a_picture(empty_database: Database) -> None:
    upgrade(empty_database)
    fill_every_table(empty_database)
    with empty_database.writing() as session:
        first = session.get_one(Attempt, FIRST)
        values = {c.name: getattr(first, c.name) for c in Attempt.__table__.columns}
        own = {"id": FIRST + 1, "class_id": None, "return_digest": b"2" * 32}
        session.add(Attempt(**{**values, **own}))
    downgrade(empty_database, "0008")
    upgrade(empty_database)
    with empty_database.reading() as session:
        marks = session.execute(sa.select(Attempt.id, Attempt.pictured).order_by(Attempt.id))
        assert [tuple(row) for row in marks] == [(FIRST, True), (FIRST + 1, False)]
