"""What ten thousand rows of a coordinator cost the web: `python -m tests.load.large_import`.

A file comes in, is shown and is taken over, through the app itself, in one process with a database
of its own. Not a test: what it prints stands in docs/benchmarks.md.
"""

import resource
import tempfile
import threading
import time
from collections.abc import Callable

import click

from quiz.app import create_app
from quiz.domain.catalogue.files.columns import COMPANIES
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.domain.catalogue.upkeep.uploaded import MOST_ROWS
from quiz.domain.spreadsheets.spreadsheets import Sheet, xlsx_bytes
from quiz.storage.catalogue_store import load_seed
from quiz.storage.database import Database
from quiz.storage.migrations.run import upgrade
from tests.blueprints.coordinator.people import FOODVALLEY, at_work
from tests.blueprints.coordinator.rows import take
from tests.blueprints.coordinator.test_import import export, send
from tests.blueprints.coordinator.test_large_import import many
from tests.conftest import services_of
from tests.own_app import settings_of_tests
from tests.visitor import Page


def main() -> None:
    """Print processor time and memory of each step, and how long somebody else waits to write."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(settings_of_tests(DATA_DIR=folder))
        services = services_of(app)
        upgrade(services.database)
        with services.database.writing() as session:
            load_seed(session, load_catalogue(), services.clock())
        regio = at_work(app, services, FOODVALLEY)
        rows = many(export(regio), MOST_ROWS)
        _timed("nothing", lambda: regio.get("/regio/import"))
        _timed(f"XLSX of {MOST_ROWS} rows", lambda: send(regio, _workbook(rows), name="x.xlsx"))
        page = _timed(f"CSV of {len(rows) >> 10} kB, read and shown", lambda: send(regio, rows))
        with _Writer(services.database) as other:
            _timed("taken over, and shown again", lambda: take(regio, page, rest=("new",)))
        click.echo(f"somebody else who writes waited at most {other.longest * 1000:.0f} ms")


class _Writer(threading.Thread):
    """Begins to write again and again, as pupils do, and remembers the longest wait."""

    def __init__(self, database: Database) -> None:
        super().__init__(daemon=True)
        self._database, self._over, self.longest = database, threading.Event(), 0.0

    def __enter__(self) -> "_Writer":
        self.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        """Write nothing, for as long as it takes to be let in."""
        while not self._over.wait(0.02):
            began = time.monotonic()
            with self._database.writing():
                self.longest = max(self.longest, time.monotonic() - began)


def _workbook(rows: bytes) -> bytes:
    lines = [tuple(line.split(",")) for line in rows.decode().splitlines()[1:]]
    width = len(COMPANIES.columns)
    fitting = [(*line, *[""] * width)[:width] for line in lines]
    return xlsx_bytes([Sheet("companies", tuple(COMPANIES.columns), fitting, texts=True)])


def _timed(what: str, work: Callable[[], Page]) -> Page:
    began, clock = time.process_time(), time.monotonic()
    page = work()
    used, took = time.process_time() - began, time.monotonic() - clock
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    click.echo(f"{what}: {used:.2f} s of processor, {took:.2f} s, at most {most} MB")
    return page


if __name__ == "__main__":
    main()
