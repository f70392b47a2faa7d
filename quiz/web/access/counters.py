"""Counting in the database, so that all workers and nodes count together (ADR 0035).

A place to count for the library `limits`. One statement counts and tells how many it are now, so
two at the same instant are two. Each count is a transaction of its own and as short as can be: a
pupil who saves waits no longer for it than for another pupil.
"""

from datetime import datetime, timedelta
from typing import Any

from limits.errors import StorageError
from limits.storage import Storage
from sqlalchemy import Select, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from quiz.config.school_time import now
from quiz.domain.codes.digests import code_digest
from quiz.storage.database import Database
from quiz.storage.tables.wrong_count import WrongCount, lasts

FORGOTTEN_AT_ONCE = 50
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class DatabaseCounters(Storage):
    """Counts by a digest of whose they are. Raises StorageError when it cannot count.

    Who could not be counted would guess for nothing, so after a failure nothing is looked at until
    we can write again.
    """

    STORAGE_SCHEME = None  # made by us, never from an address

    def __init__(self, database: Database, code_key: bytes) -> None:
        super().__init__(wrap_exceptions=True)
        self._database = database
        self._code_key = code_key
        self._insert = _INSERTS[database.url.get_backend_name()]

    @property
    def base_exceptions(self) -> type[Exception]:
        """What the library passes on as its StorageError."""
        return SQLAlchemyError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count, and tell how many it are; who is the first forgets some that are over."""
        moment = now()
        until, going = moment + timedelta(seconds=expiry), lasts(moment)
        row = self._insert(WrongCount).values(who=self._who(key), times=amount, until=until)
        counted = row.on_conflict_do_update(
            index_elements=[WrongCount.who],
            set_={
                "times": case((going, WrongCount.times), else_=0) + row.excluded.times,
                "until": case((going, WrongCount.until), else_=row.excluded.until),
            },
        ).returning(WrongCount.times)
        with self._database.saving() as connection:
            times: int = connection.scalar(counted)
            if times == amount:
                connection.execute(_forget_some(moment))
        return times

    def get(self, key: str) -> int:
        """How many it are now."""
        if self._database.trouble and (why := self._database.try_to_write()):
            raise StorageError(OSError(why))
        return self._read(select(WrongCount.times), key) or 0

    def get_expiry(self, key: str) -> float:
        """Until when they count, in seconds since 1970."""
        until = self._read(select(WrongCount.until), key) or now()
        return until.timestamp()

    def check(self) -> bool:
        """Whether there is a place to count; whether the database is well, is said apart."""
        return True

    def reset(self) -> int:
        """Forget everything; how many it were."""
        with self._database.saving() as connection:
            return connection.execute(delete(WrongCount)).rowcount

    def clear(self, key: str) -> None:
        """Forget one count."""
        with self._database.saving() as connection:
            connection.execute(delete(WrongCount).where(WrongCount.who == self._who(key)))

    def _read(self, wanted: Select[tuple[Any]], key: str) -> Any:
        """In the reading session of the request, as everything else on its page."""
        row = wanted.where(WrongCount.who == self._who(key), lasts(now()))
        try:
            return self._database.session.scalar(row)
        except SQLAlchemyError:
            self._database.session.remove()  # it cannot go on; who reads next begins anew
            raise

    def _who(self, key: str) -> bytes:
        return code_digest(self._code_key, "wrong count", key)


def _forget_some(moment: datetime) -> Any:
    """Counts that are over; not those that somebody else is busy with, so nobody waits."""
    over = select(WrongCount.who).where(~lasts(moment)).limit(FORGOTTEN_AT_ONCE)
    return delete(WrongCount).where(WrongCount.who.in_(over.with_for_update(skip_locked=True)))
