"""`quiz demo`: everything in one go, the same again tomorrow, and never a class that is shut."""

import json
import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from quiz.app import create_app
from quiz.cli.demo import demo_secrets
from quiz.config import Settings, is_strong
from quiz.config.private_files import DEMO_SECRETS
from quiz.domain.codes.class_codes import display_class_code
from quiz.storage.database import Database
from quiz.storage.tables.school import School, SchoolClass
from quiz.storage.tables.staff import Staff
from quiz.usecases.demonstration.school import CLASS, SCHOOL, STAFF, demonstration_class
from tests.blueprints.accounts.people import sign_in
from tests.cli.conftest import Quiz, complaint
from tests.conftest import services_of
from tests.visitor import Visitor


@pytest.fixture
def data(environment: dict[str, str], tmp_path: Path) -> Path:
    """The data folder; the demonstration makes its own secrets."""
    del environment["SECRET_KEY"], environment["CODE_KEY"]
    return tmp_path / "data"


def prepared(quiz: Quiz) -> str:
    """Prepare the demonstration; the class code that it prints."""
    result = quiz("demo", "--prepare", "--empty")
    assert result.exit_code == 0, result.output
    found = re.search(r"/meedoen/(\w{6})\n", result.output)
    assert found is not None
    assert display_class_code(found[1]) in result.output
    return found[1]


def change(database: Database, **values: object) -> None:
    with database.writing() as session:
        session.execute(update(SchoolClass).values(values))


def test_preparing_twice_gives_the_same_open_class(quiz: Quiz, data: Path) -> None:
    first = prepared(quiz)
    assert prepared(quiz) == first
    database = Database(f"sqlite:///{data}/quiz.sqlite3")
    with database.reading() as session:
        mine = select(SchoolClass).join(School, School.id == SchoolClass.school_id)
        group = session.scalars(mine.where(School.name == SCHOOL)).one()
        assert (group.code, group.name, group.closed_at) == (first, CLASS, None)
        assert group.joining_until > datetime.now(UTC) + timedelta(hours=11)
        assert all("verzonnen" in name for name in session.scalars(select(School.name)))
    database.close()


def test_the_secrets_are_strong_kept_and_only_for_this_user(quiz: Quiz, data: Path) -> None:
    prepared(quiz)
    file = data / DEMO_SECRETS
    made = json.loads(file.read_text(encoding="utf-8"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert all(is_strong(secret) for secret in made.values())
    assert len(set(made.values())) == len(made) == 2
    assert demo_secrets(data) == made


def test_the_secrets_are_not_on_the_screen(quiz: Quiz, data: Path) -> None:
    output = quiz("demo", "--prepare", "--empty").output
    assert not any(secret in output for secret in demo_secrets(data).values())


def test_secrets_of_the_environment_come_first(
    quiz: Quiz, data: Path, environment: dict[str, str]
) -> None:
    environment["SECRET_KEY"] = "my own"
    prepared(quiz)
    assert Settings.from_environment(environment).secret_key == "my own"


@pytest.mark.parametrize(
    "values",
    [
        {"joining_until": datetime(2026, 1, 1, tzinfo=UTC)},
        {"closed_at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"capacity": 0},
    ],
    ids=["past its hours", "closed", "full"],
)
def test_a_class_that_lets_nobody_in_is_replaced(
    database: Database, values: dict[str, object]
) -> None:
    old = demonstration_class(database)
    change(database, **values)
    new = demonstration_class(database)
    assert new != old
    assert demonstration_class(database) == new
    with database.reading() as session:
        assert set(session.scalars(select(SchoolClass.code))) == {old, new}
        assert len(session.scalars(select(School)).all()) == 1


@pytest.mark.parametrize("content", ["", "{", "[]", '"text"', '{"SECRET_KEY": 1}', "\xff"])
def test_secrets_that_cannot_be_read_are_one_line(quiz: Quiz, data: Path, content: str) -> None:
    data.mkdir()
    (data / DEMO_SECRETS).write_bytes(content.encode("latin-1"))
    line = complaint(quiz("demo", "--prepare", "--empty"))
    assert DEMO_SECRETS in line
    assert "remove it" in line


def test_a_data_folder_that_cannot_be_is_one_line(
    quiz: Quiz, data: Path, environment: dict[str, str]
) -> None:
    data.write_text("a file", encoding="utf-8")
    assert "data" in complaint(quiz("demo", "--prepare", "--empty"))


def test_an_address_of_ipv6_stands_between_brackets_in_links(quiz: Quiz, data: Path) -> None:
    for host in ("::1", "[::1]"):
        done = quiz("demo", "--prepare", "--empty", "--host", host, "--port", "8123")
        assert "http://[::1]:8123/start" in done.output


def test_on_all_addresses_it_prints_one_that_a_phone_can_use(quiz: Quiz, data: Path) -> None:
    output = quiz("demo", "--prepare", "--empty", "--host", "0.0.0.0", "--port", "8123").output  # noqa: S104
    assert re.search(r"http://\d+\.\d+\.\d+\.\d+:8123/start", output)
    assert "0.0.0.0" not in output  # noqa: S104


def test_it_prints_staff_who_can_sign_in_and_own_the_class(
    quiz: Quiz, data: Path, environment: dict[str, str]
) -> None:
    output = [quiz("demo", "--prepare", "--empty").output for _time in range(2)][-1]
    environment |= demo_secrets(data)
    app = create_app(Settings.from_environment({**environment, "QUIZ_DEMO": "1"}))
    for email, role in STAFF.items():
        found = re.search(rf"{email}  (\S+)\n", output)
        assert found is not None
        assert len(found[1]) >= 12
        visitor = Visitor(app)
        sign_in(visitor, email, found[1])
        assert visitor.get("/account").path == "/account", role
    services = services_of(app)
    with services.database.reading() as session:
        teachers = session.scalars(select(Staff.email).join(SchoolClass)).all()
    assert teachers == ["docent@planeet.example"]
    services.database.close()
