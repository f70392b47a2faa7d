"""`quiz user`: the first account of a school, a new link for who forgot, a list."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from quiz.cli.accounts import ROLES
from quiz.storage.database import Database
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.staff import ROLES as STORED_ROLES
from quiz.storage.tables.staff import Staff, StaffAction, StaffInvitation
from quiz.usecases.staff.links import use_link
from tests.cli.conftest import Quiz, complaint
from tests.conftest import SECRETS
from tests.usecases.attempts.pupils import everything_stored

EVA = "eva@school.nl"
ADD = ("user", "add", EVA, "--school", "De Ster", "--role", "teacher")


@pytest.fixture
def store(upgraded: Path) -> Iterator[Database]:
    """The migrated database of these commands."""
    database = Database(f"sqlite:///{upgraded}")
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


def test_an_address_is_freed_and_its_classes_go_to_a_colleague(quiz: Quiz, store: Database) -> None:
    tom = "tom@school.nl"
    for email in (EVA, tom):
        accept(store, link_in(quiz(*("user", "add", email, *ADD[3:])).output))
    with store.writing() as session:
        eva = session.scalars(select(Staff).where(Staff.email == EVA)).one()
        now = datetime.now(UTC)
        session.add(
            SchoolClass(
                school_id=eva.school_id,
                teacher_id=eva.id,
                name="2B",
                code="HJM479",
                school_type="havo",
                created_at=now,
                joining_until=now,
            )
        )
    for words in ((), ("--classes-to", EVA), ("--classes-to", "niemand@school.nl")):
        assert "still has classes (1)" in complaint(quiz("user", "remove", EVA, *words))
    done = quiz("user", "remove", " EVA@school.nl", "--classes-to", tom)
    assert done.exit_code == 0, done.output
    with store.reading() as session:
        assert session.scalars(select(Staff.email)).all() == [tom]
        assert session.scalars(select(SchoolClass.teacher_id)).one() is not None
    assert quiz(*ADD).exit_code == 0


def test_where_there_are_two_accounts_the_school_says_which(quiz: Quiz, store: Database) -> None:
    for school in ("De Ster", "De Maan"):
        add = ("user", "add", EVA, "--school", school, "--role", "teacher")
        accept(store, link_in(quiz(*add).output))
    for command in ("link", "remove"):
        assert "2 schools" in complaint(quiz("user", command, EVA))
        wrong = quiz("user", command, EVA, "--school", "De Zon")
        assert "no account at De Zon" in complaint(wrong)
    assert link_in(quiz("user", "link", EVA, "--school", "De  Maan").output)
    assert quiz("user", "remove", EVA, "--school", "De Ster").exit_code == 0
    assert "De Ster" not in quiz("user", "list").output


def test_a_closed_account_gets_no_link(quiz: Quiz, store: Database) -> None:
    number = accept(store, link_in(quiz(*ADD).output))
    with store.writing() as session:
        session.get_one(Staff, number).active = False
    assert "is closed" in complaint(quiz("user", "link", EVA))
