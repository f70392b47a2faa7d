"""`quiz user`: the first account of a school, a new link for who forgot, a list."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from quiz.cli.user import ROLES
from quiz.records import ROLES as STORED_ROLES
from quiz.records import Database, School, Staff, StaffAction, StaffInvitation
from quiz.staffing import use_link
from tests.attempts.pupils import everything_stored
from tests.cli.conftest import Quiz, complaint
from tests.conftest import SECRETS

EVA = "eva@school.nl"
ADD = ("user", "add", EVA, "--school", "De Ster", "--role", "teacher")


@pytest.fixture
def store(quiz: Quiz, tmp_path: Path) -> Iterator[Database]:
    """The migrated database of these commands."""
    assert quiz("db", "upgrade").exit_code == 0
    database = Database(f"sqlite:///{tmp_path}/data/quiz.sqlite3")
    yield database
    database.close()


def link_in(text: str) -> str:
    """The address that a command printed."""
    found = re.search(r"^https?://\S+/wachtwoord/[\w-]{30,}$", text, re.MULTILINE)
    assert found is not None, text
    return found[0]


def accept(database: Database, link: str) -> int:
    """Use a link, as its page does; the number of the account."""
    key, token = SECRETS["code_key"].encode(), link.rsplit("/", 1)[1]
    with database.writing() as session:
        return use_link(session, key, token, ("$argon2id$", datetime.now(UTC))).id


def test_the_first_account_of_a_school(quiz: Quiz, store: Database) -> None:
    result = quiz("user", "add", " Eva@School.NL", "--school", " De  Ster ", "--role", "admin",
                  "--role", "teacher")  # fmt: skip
    assert result.exit_code == 0, result.output
    link = link_in(result.output)
    assert link.startswith("http://127.0.0.1:8000/")
    number = accept(store, link)
    with store.reading() as session:
        row = session.get_one(Staff, number)
        assert (row.email, {role.name for role in row.roles}) == (EVA, {"admin", "teacher"})
        assert session.get_one(School, row.school_id).name == "De Ster"
    assert f"{EVA}  De Ster  admin, teacher  open" in quiz("user", "list").output


def test_the_link_carries_the_address_of_the_installation(
    quiz: Quiz, store: Database, environment: dict[str, str]
) -> None:
    environment["BASE_URL"] = "https://quiz.school.nl"
    assert link_in(quiz(*ADD).output).startswith("https://quiz.school.nl/wachtwoord/")


def test_a_second_colleague_comes_to_the_same_school(quiz: Quiz, store: Database) -> None:
    quiz(*ADD)
    quiz("user", "add", "jan@school.nl", "--school", "De Ster", "--role", "teacher")
    with store.reading() as session:
        assert session.scalars(select(School.name)).all() == ["De Ster"]


def test_a_school_has_a_name_that_looks_like_what_it_is(quiz: Quiz, store: Database) -> None:
    result = quiz(
        "user", "add", "a@b.nl", "--school", " De\u202e  \u200bPlaneet ", "--role", "admin"
    )
    assert result.exit_code == 0
    with store.reading() as session:
        assert [school.name for school in session.query(School)] == ["De Planeet"]


def test_asking_twice_leaves_one_link_that_works(quiz: Quiz, store: Database) -> None:
    quiz(*ADD)
    quiz(*ADD)
    with store.reading() as session:
        assert len(session.scalars(select(StaffInvitation)).all()) == 1


def test_the_link_itself_is_not_stored(quiz: Quiz, store: Database) -> None:
    link = link_in(quiz(*ADD).output)
    assert link.rsplit("/", 1)[1] not in everything_stored(store)


def test_who_forgot_the_password_gets_a_link(quiz: Quiz, store: Database) -> None:
    number = accept(store, link_in(quiz(*ADD).output))
    with store.writing() as session:
        session.get_one(Staff, number).tf_totp_secret = "a lost phone"
    assert accept(store, link_in(quiz("user", "link", EVA).output)) == number
    with store.reading() as session:
        assert session.get_one(Staff, number).tf_totp_secret == "a lost phone"
    quiz("user", "link", EVA, "--without-code")
    with store.reading() as session:
        assert session.get_one(Staff, number).tf_totp_secret is None
        done = session.scalars(select(StaffAction.action).where(StaffAction.staff_id.is_(None)))
        assert "second step off" in done.all()


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (("add", "geen adres", "--school", "De Ster", "--role", "teacher"), "e-mail"),
        (("add", EVA, "--school", "  ", "--role", "teacher"), "school"),
        (("add", EVA, "--school", "x" * 121, "--role", "teacher"), "school"),
        (("add", EVA, "--school", "De Ster", "--role", "god"), "god"),
        (("add", EVA, "--school", "De Ster"), "--role"),
        (("add", EVA, "--role", "teacher"), "--school"),
        (("link", "niemand@school.nl"), "user add"),
        (("link", "geen adres"), "e-mail"),
    ],
)
def test_a_slip_is_one_line_and_changes_nothing(
    quiz: Quiz, store: Database, words: tuple[str, ...], about: str
) -> None:
    before = everything_stored(store)
    assert about in complaint(quiz("user", *words))
    assert everything_stored(store) == before


def test_an_address_that_has_an_account_is_not_invited_again(quiz: Quiz, store: Database) -> None:
    accept(store, link_in(quiz(*ADD).output))
    before = everything_stored(store)
    assert "user link" in complaint(quiz(*ADD))
    assert everything_stored(store) == before


def test_a_database_without_its_tables_is_one_line(quiz: Quiz) -> None:
    assert "quiz db upgrade" in complaint(quiz(*ADD))


def test_the_roles_are_those_that_are_stored() -> None:
    assert ROLES == STORED_ROLES
