"""What was open when a backup was made is over before anybody can see its rows."""

from uuid import uuid4

from sqlalchemy import Connection, Inspector, bindparam, delete, inspect, select, update

from quiz.storage.identifiers import new_session_number
from quiz.storage.tables.attempt import Attempt
from quiz.storage.tables.share import Share, ShareCode
from quiz.storage.tables.staff import Staff, StaffInvitation, StaffRecoveryCode


def end_what_was_open(connection: Connection) -> None:
    """Everybody is out, and nobody sees what a pupil shared: since then it may be withdrawn.

    Whoever brought the rows commits: then they and this appear together, or not at all.
    """
    there = inspect(connection)  # an older program restores an older schema
    for each in (ShareCode, Share, StaffRecoveryCode):  # of the last some were used since then
        if there.has_table(each.__tablename__):
            connection.execute(delete(each))
    if _has_sessions_of_pupils(there):
        _end_sessions_of_pupils(connection)
    if there.has_table(Staff.__tablename__):
        _end_sessions_of_staff(connection)


def _has_sessions_of_pupils(there: Inspector) -> bool:
    table, column = Attempt.__tablename__, Attempt.session_number.key
    return there.has_table(table) and column in {each["name"] for each in there.get_columns(table)}


def _end_sessions_of_pupils(connection: Connection) -> None:
    fresh = [
        {"attempt": number, "fresh": new_session_number()}
        for number in connection.scalars(select(Attempt.id)).all()
    ]
    if fresh:
        row = update(Attempt).where(Attempt.id == bindparam("attempt"))
        connection.execute(row.values(session_number=bindparam("fresh")), fresh)


def _end_sessions_of_staff(connection: Connection) -> None:
    for number in connection.scalars(select(Staff.id)).all():
        fresh = update(Staff).where(Staff.id == number).values(fs_uniquifier=uuid4().hex)
        connection.execute(fresh)
    connection.execute(delete(StaffInvitation).where(StaffInvitation.used_at.is_(None)))
