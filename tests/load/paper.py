"""What the sheets on paper cost: asked for through the app, without a network in between.

    python -m tests.load.paper

Every request is for another pupil or language than the one before it, so that nothing can be
taken from it but fonts and templates. The first sheet of a process is measured in one of its own.
Processor time stands beside the time on the clock: on a busy machine only the first says much.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from statistics import median, quantiles
from time import perf_counter, process_time

import structlog
from flask import Flask
from flask.testing import FlaskClient

from quiz.app import create_app
from quiz.attempts import Services
from quiz.config import Settings
from quiz.migrations.run import upgrade
from quiz.web.downloads import pdf_bytes
from tests.attempts.sharing import counsellor, share
from tests.classroom.school import sign_in
from tests.conftest import SECRETS, services_of
from tests.counsellor.people import as_pupil
from tests.counsellor.samples import SAMPLES, sample_pupil
from tests.load.table import Row, machine, table

PUPILS_OF_A_KIND = 3
ROUNDS = 4
LANGUAGES = ("nl", "en")
BUDGET = "< 40 ms"


def measure() -> list[Row]:
    """The sheet of a pupil, of a talk, for parents; warm, and the first one of a process."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {name.upper(): value for name, value in SECRETS.items()}
        app = create_app(Settings.from_environment({**environment, "DATA_DIR": folder}))
        services = services_of(app)
        upgrade(services.database)
        rows = _sheets(app, services)
        services.database.close()
    return rows


def _sheets(app: Flask, services: Services) -> list[Row]:
    decaan = counsellor(services)
    staff = sign_in(app, decaan, services.clock()).client
    pupils = [sample_pupil(services, name) for name in list(SAMPLES) * PUPILS_OF_A_KIND]
    asked = {
        "sheet of a pupil": [(as_pupil(app, each).client, "/resultaat.pdf") for each in pupils],
        "sheet of a talk, 25 minutes": [
            (staff, f"/gesprekken/{share(services, each, decaan)}.pdf?minuten=25")
            for each in pupils
        ],
        "sheet for parents": [(staff, "/ouders.pdf")],
    }
    structlog.configure(logger_factory=structlog.ReturnLoggerFactory())
    rows = [_row(what, doors) for what, doors in asked.items()]
    return [*rows, Row("  the first PDF of a process", f"{_first_use():.0f} ms", "")]


def _row(what: str, doors: Sequence[tuple[FlaskClient, str]]) -> Row:
    times = [
        _timed(client, f"{path}{'&' if '?' in path else '?'}taal={language}")
        for _round in range(ROUNDS + 1)
        for language in LANGUAGES
        for client, path in doors
    ][len(LANGUAGES) * len(doors) :]
    clock, worked = zip(*times, strict=True)
    worst = quantiles(clock, n=20)[-1]
    measured = f"{median(worked):.1f} ms processor, {median(clock):.1f} clock, p95 {worst:.1f}"
    return Row(f"{what} (PDF)", measured, BUDGET)


def _timed(client: FlaskClient, path: str) -> tuple[float, float]:
    """Milliseconds on the clock, and of the processor."""
    begin, work = perf_counter(), process_time()
    response = client.get(path)
    taken = (perf_counter() - begin) * 1000, (process_time() - work) * 1000
    assert response.content_type == "application/pdf", response.status
    return taken


def _first_use() -> float:
    """Milliseconds to load Typst and set one page, in a process that did neither before."""
    code = "from tests.load.paper import first_page; first_page()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def first_page() -> None:
    """Set a page and print how long it took."""
    part = {"title": "x", "points": ["x"]}
    content = {
        **dict.fromkeys(("title", "kind", "lead", "worlds_title", "privacy", "foot"), "x"),
        "language": "nl",
        "worlds": [],
        "parts": dict.fromkeys(("is", "is_not", "talk", "together"), part),
    }
    begin = perf_counter()
    pdf_bytes("parents", content)
    sys.stdout.write(str((perf_counter() - begin) * 1000))


if __name__ == "__main__":
    sys.stdout.write(f"{machine()}\n{table(measure())}\n")
