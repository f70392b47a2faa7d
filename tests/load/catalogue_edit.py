"""What a coordinator's change costs a worker's next look: `python -m tests.load.catalogue_edit`.

The catalogue of this product in a database of its own (`--url` for a PostgreSQL that is empty). Not
a test: what it prints stands in docs/benchmarks.md.
"""

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import click

from quiz.domain.catalogue.files.load import load_catalogue
from quiz.domain.catalogue.upkeep.region_rows import KEPT, key_of
from quiz.storage.catalogue_changes import Author, Change, write_changes
from quiz.storage.catalogue_rows import Key, count_on, stored_row
from quiz.storage.catalogue_store import load_seed, read_catalogue, stored_version
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from quiz.web.live_catalogue import LiveCatalogue

TIMES = 15
NOW = datetime(2026, 11, 27, tzinfo=UTC)


@click.command()
@click.option("--url", default="", help="The address of an empty database.")
def main(url: str) -> None:
    """Change a row of each file again and again, and print the median of the next look."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(url or f"sqlite:///{folder}/quiz.sqlite3")
        upgrade(database)
        with database.writing() as session:
            load_seed(session, load_catalogue(), NOW)
        live = LiveCatalogue(database)
        gc.collect()
        gc.freeze()  # as the server does before it parts into workers
        with database.session() as session:
            rows = live.current(session).rows
        for table in KEPT:
            key = table.file, key_of(table, rows[table.file][5])
            _print(f"a row of {table.file}", partial(_edit, database, key), database, live)
        click.echo(f"all of it: {_median(lambda: _whole(database)):.1f} ms")
        database.close()


def _print(what: str, change: Callable[[], None], database: Database, live: LiveCatalogue) -> None:
    times = []
    for _time in range(TIMES):
        change()
        with database.reading() as session:
            began = time.process_time()
            live.current(session)
            times.append(time.process_time() - began)
    click.echo(f"{what}: {statistics.median(times) * 1000:.1f} ms, at most {max(times) * 1000:.1f}")


def _edit(database: Database, key: Key) -> None:
    with database.writing() as session:
        version, row = stored_version(session), stored_row(session, key)
        assert version is not None
        assert row is not None
        day = NOW + timedelta(days=version)
        cells = {**row.cells, "checked_on": day.date().isoformat()}
        change = Change(key, "checked", "foodvalley", row, cells, row.origin)
        write_changes(session, [change], Author(None, NOW, version + 1))  # type: ignore[arg-type]
        count_on(session)


def _whole(database: Database) -> None:
    with database.reading() as session:
        read_catalogue(session)


def _median(work: Callable[[], None]) -> float:
    times = []
    for _time in range(5):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
