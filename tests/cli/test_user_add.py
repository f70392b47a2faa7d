"""`quiz user add` with more than one address: all of them, or nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.storage.database import Database
from tests.cli.conftest import Quiz, complaint
from tests.cli.test_user import EVA, accept
from tests.usecases.attempts.pupils import everything_stored


@pytest.fixture
def store(quiz: Quiz, tmp_path: Path) -> Iterator[Database]:
    """The migrated database of these commands."""
    assert quiz("db", "upgrade").exit_code == 0
    database = Database(f"sqlite:///{tmp_path}/data/quiz.sqlite3")
    yield database
    database.close()


def test_several_at_once_are_all_invited_or_nobody(quiz: Quiz, store: Database) -> None:
    more = ("user", "add", EVA, "ian@school.nl", " EVA@school.nl", "--school", "De Ster")
    result = quiz(*more, "--role", "teacher")
    assert result.exit_code == 0, result.output
    rows = [line.split(",") for line in result.output.splitlines() if "," in line and "@" in line]
    assert [email for email, _link in rows] == [EVA, "ian@school.nl"]
    accept(store, rows[0][1])
    before = everything_stored(store)
    wrong = quiz("user", "add", "bo@school.nl", "geen", "x@", *more[5:], "--role", "teacher")
    assert "'geen'" in complaint(wrong)
    assert "'x@'" in complaint(wrong)
    again = quiz("user", "add", "bo@school.nl", EVA, *more[5:], "--role", "teacher")
    assert f"{EVA} has an account there" in complaint(again)
    assert everything_stored(store) == before


def test_where_nobody_is_the_list_says_what_to_do(quiz: Quiz, store: Database) -> None:
    del store
    for words, told in (
        (("user", "list"), "nobody has an account yet"),
        (("school", "list"), "there is no school yet"),
        (("trail",), "nothing was done yet"),
    ):
        done = quiz(*words)
        assert (done.exit_code, done.stdout) == (0, "")
        assert told in done.stderr
