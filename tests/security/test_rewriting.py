"""The purge and a restore write the whole file anew: copies that SQLite left are gone as well."""

from pathlib import Path
from random import Random

from sqlalchemy import delete, insert, select

from quiz.config import Settings
from quiz.storage.tables.attempt import Attempt
from quiz.usecases.backup.operations import back_up, restore
from quiz.usecases.services import Services
from tests.conftest import SECRETS, services_of
from tests.own_app import MakeApp
from tests.security.on_disk import marked, traces
from tests.usecases.attempts.pupils import begin


def come_and_go(services: Services, chance: Random) -> tuple[list[bytes], list[bytes]]:
    """Attempts come and go, in no order of their numbers: digests of who stays and who went."""
    begin(services)
    with services.database.reading() as session:
        example = dict(session.execute(select(*Attempt.__table__.columns)).one()._mapping)
    here: dict[int, bytes] = {}
    gone = []
    for turn in range(500):
        number, digest = chance.getrandbits(62), chance.randbytes(32)
        new = {"nickname": digest.hex()[: chance.randint(20, 60)], "return_digest": digest}
        with services.database.writing() as session:
            session.execute(insert(Attempt).values({**example, "id": number, **new}))
            here[number] = digest
            if turn > 100 and chance.random() < 0.6:
                goes = chance.choice(sorted(here))
                session.execute(delete(Attempt).where(Attempt.id == goes))
                gone.append(here.pop(goes))
    return list(here.values()), gone


def test_the_purge_leaves_no_copy_of_a_row_that_moved_to_another_page(make_app: MakeApp) -> None:
    """SQLite 3.40 leaves one with this seed, though it wipes everything that is erased."""
    services = services_of(make_app())
    stay, gone = come_and_go(services, Random(2))  # noqa: S311
    assert services.database.rewrite()
    assert traces(services, *gone) == set()
    assert traces(services, *stay) == {"quiz.sqlite3"}


def test_what_a_backup_was_put_over_is_gone(make_app: MakeApp, tmp_path: Path) -> None:
    services = services_of(make_app())
    settings = Settings(str(services.database.url), SECRETS["secret_key"], SECRETS["code_key"])
    back_up(settings, tmp_path / "empty.backup")
    marks = marked(services, begin(services))
    restore(settings, tmp_path / "empty.backup", replace=True, other_key=False)
    assert traces(services, *marks) == set()
