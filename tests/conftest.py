"""What every test may ask for: an app on SQLite and on PostgreSQL, and a visitor of its pages."""

import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.templating import Environment
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import delete

from quiz.app import create_app
from quiz.config.school_time import ZONE, zone_named
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.rules import likeness
from quiz.domain.bank.texts import load_texts
from quiz.domain.catalogue.files import load
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.storage.tables.base import Record
from quiz.usecases.demonstration.school import demonstration_class
from quiz.usecases.services import Services
from quiz.usecases.staff import hashing
from quiz.web import live_catalogue, runtime
from quiz.web.runtime import Running
from tests import chance, postgres
from tests.chance import pytest_runtest_setup
from tests.counting import forget_counts
from tests.own_app import SECRETS, make_app, migrated, services_of, settings_of_tests
from tests.real import load_once
from tests.sign_on.independent import pytest_terminal_summary
from tests.visitor import Visitor

__all__ = ["SECRETS", "make_app", "migrated", "services_of"]
__all__ += ["pytest_runtest_setup", "pytest_terminal_summary"]
OF_THE_PRODUCT = hashing.HASHER
IN_CI = os.environ.get("CI") == "true"
ENGINES = ["sqlite", "postgresql"]
# Where SQL is the subject the app runs on both kinds of database, elsewhere on SQLite: a use case
# and its locks, storage, every route and form as every visitor, and one journey through each room.
SQL_IS_THE_SUBJECT = (
    *("usecases/attempts/", "usecases/backup/", "usecases/class_pictures/test_pictures.py"),
    *("usecases/class_pictures/test_answers.py", "usecases/class_pictures/test_region_figure.py"),
    *("usecases/class_pictures/test_together.py", "usecases/classes/", "usecases/retakes/"),
    *("usecases/sharing/", "usecases/staff/", "usecases/test_"),
    *("storage/", "house/test_access_matrix.py", "house/test_staff_actions.py"),
    *("fuzz/test_every_form.py", "fuzz/test_chaos.py", "security/test_at_once.py"),
    *("security/test_meanwhile.py", "security/test_admins_at_once.py"),
    *("security/test_put_out_meanwhile.py", "usecases/region_rows/"),
    *("security/test_nothing_left.py", "blueprints/accounts/test_lockout.py"),
    *("blueprints/accounts/test_colleagues.py", "blueprints/counsellor/test_list.py"),
    *("blueprints/classroom/test_during_the_lesson.py", "blueprints/public/test_region.py"),
)
SetClock = Callable[..., Services]

chance.make_repeatable()


def pytest_collection_finish() -> None:
    """What is there before the first test stays until the last: no need to look at it again.

    And what a test leaves behind is looked for less often than by default.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 40)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Choose the kinds of database that a test of the app runs on."""
    if "app" in metafunc.fixturenames and not hasattr(metafunc.module, "app"):
        name = metafunc.definition.path.relative_to(Path(__file__).parent).as_posix()
        engines = ENGINES if name.startswith(SQL_IS_THE_SUBJECT) else ENGINES[:1]
        metafunc.parametrize("app", engines, indirect=True, scope="session")


@pytest.fixture(scope="session", autouse=True)
def quick_parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Make quick what takes time in every app and is not its subject.

    The files of the catalogue and the questions are read once, for nobody can change what was
    read; a template is compiled once for all apps; passwords are hashed as lightly as can be; of
    two questions it is seen once whether they are alike.
    """
    compiled = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    create = Flask.create_jinja_environment

    def create_with_compiled(app: Flask) -> Environment:
        environment = create(app)
        environment.bytecode_cache = compiled
        return environment

    light = PasswordHasher(memory_cost=8, time_cost=1, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live_catalogue, "load_catalogue", load_once)
        patch.setattr(load, "load_catalogue", load_once)  # commands import it when they need it
        patch.setattr(runtime, "load_bank", cache(load_bank))
        patch.setattr(runtime, "load_texts", cache(load_texts))
        patch.setattr(hashing, "HASHER", light)
        patch.setattr(likeness, "alike", cache(likeness.alike))
        patch.setattr(Flask, "create_jinja_environment", create_with_compiled)
        yield


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    if not postgres.is_installed():
        if IN_CI:
            pytest.fail("PostgreSQL is missing: scripts/prepare-tests.sh should have installed it")
        pytest.skip("PostgreSQL is not installed here")
    with postgres.running() as url:
        yield url


@pytest.fixture(scope="session")
def app(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    """The whole app, as it runs, over each kind of database."""
    folder: Path = tmp_path_factory.mktemp("app")
    url = f"sqlite:///{folder}/quiz.sqlite3"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
    app = create_app(settings_of_tests(DATABASE_URL=url))
    upgrade(services_of(app).database)
    yield app
    services_of(app).database.close()


@pytest.fixture(params=ENGINES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of each kind without any table; what is made there disappears."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.sqlite3"
    else:
        with postgres.empty_database(request.getfixturevalue("postgres_url")) as url:
            yield url


@pytest.fixture
def clean_app(app: Flask) -> Iterator[Flask]:
    """The app with empty tables and no counted guesses."""
    forget_counts(app)
    yield app
    with services_of(app).database.writing() as session:
        for table in reversed(Record.metadata.sorted_tables):
            session.execute(delete(table))


@pytest.fixture
def services(clean_app: Flask) -> Services:
    return services_of(clean_app)


@pytest.fixture
def database(services: Services) -> Database:
    return services.database


@pytest.fixture
def visitor(clean_app: Flask) -> Visitor:
    """Somebody with a browser of their own, whose every page is checked."""
    return Visitor(clean_app)


@pytest.fixture
def another_visitor(clean_app: Flask) -> Visitor:
    return Visitor(clean_app)


@pytest.fixture
def set_clock(clean_app: Flask) -> Iterator[SetClock]:
    """Lets the app live at another moment, and perhaps elsewhere."""
    before: Running = clean_app.extensions["quiz"]

    def put(moment: datetime, zone: str = ZONE.key) -> Services:
        moved = replace(before.services, clock=lambda: moment, zone=zone_named(zone))
        clean_app.extensions["quiz"] = replace(before, services=moved)
        return moved

    yield put
    clean_app.extensions["quiz"] = before


@pytest.fixture
def class_code(database: Database) -> str:
    """The code of an open class of the invented school."""
    return demonstration_class(database)
