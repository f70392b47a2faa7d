"""What the sheets on paper cost: asked for through the app, without a network in between.

Every request is for another pupil or language than the one before it, so that nothing can be
taken from it but fonts and templates. The first sheet of a process is measured in one of its own.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from random import Random
from statistics import median, quantiles
from time import perf_counter, process_time

from quiz.lab.bench.inside import Insider
from quiz.lab.bench.place import Place
from quiz.lab.bench.plan import Sizes
from quiz.lab.bench.table import Row
from quiz.storage.tables.staff import Staff
from quiz.usecases.sharing.share import confirm_share
from quiz.usecases.sharing.share_codes import claim_share, make_share_code
from quiz.web.responses.typesetting import pdf_bytes

PUPILS = 9
LANGUAGES = ("nl", "en")
BUDGET = "< 40 ms"
FIRST = "from quiz.lab.bench.paper import first_page; first_page()"


def paper(where: Place, plan: Sizes) -> Iterator[Row]:
    """The sheet of a pupil, of a talk, for parents; warm, and the first one of a process."""
    counsellor = where.staff("counsellor")
    staff = Insider(where.app.wsgi_app, where.cookie_of(counsellor))
    pupils = [Insider(where.app.wsgi_app) for _ in range(PUPILS)]
    talks = [_share(where, _finish(pupil, seed), counsellor) for seed, pupil in enumerate(pupils)]
    asked: dict[str, list[tuple[Insider, str]]] = {
        "sheet of a pupil": [(pupil, "/resultaat.pdf?") for pupil in pupils],
        "sheet of a talk, 25 minutes": [
            (staff, f"/gesprekken/{talk}.pdf?minuten=25&") for talk in talks
        ],
        "sheet for parents": [(staff, "/ouders.pdf?")],
    }
    for what, pages in asked.items():
        yield _row(what, pages, plan.rounds)
    yield Row("  the first PDF of a process", f"{_first_use():.0f} ms", "")


def _finish(pupil: Insider, seed: int) -> Insider:
    """Walk to the result, with any answers."""
    chance = Random(seed)  # noqa: S311
    fields = pupil.begin(chance)
    while pupil.path == "/vragen":
        page = pupil.ask("POST", "/vragen", fields)
        if pupil.path == "/vragen":
            fields = pupil.filled_in(page.body, chance)
    return pupil


def _share(where: Place, pupil: Insider, counsellor: Staff) -> int:
    """The pupil shares with this counsellor; the number of the share."""
    services = where.services
    attempt = where.attempt_of(pupil.cookie)
    code = make_share_code(services, attempt)
    share = claim_share(services, code, counsellor.id, counsellor.school_id)
    confirm_share(services, attempt, share)
    return share


def _row(what: str, pages: Sequence[tuple[Insider, str]], rounds: int) -> Row:
    times = [
        _timed(browser, f"{path}taal={language}")
        for _round in range(rounds + 1)
        for language in LANGUAGES
        for browser, path in pages
    ][len(LANGUAGES) * len(pages) :]
    clock, worked = zip(*times, strict=True)
    worst = quantiles(clock, n=20)[-1]
    measured = f"{median(worked):.1f} ms processor, {median(clock):.1f} clock, p95 {worst:.1f}"
    return Row(f"{what} (PDF)", measured, BUDGET)


def _timed(browser: Insider, path: str) -> tuple[float, float]:
    """Milliseconds on the clock, and of the processor."""
    begin, work = perf_counter(), process_time()
    browser.ask("GET", path)
    return (perf_counter() - begin) * 1000, (process_time() - work) * 1000


def _first_use() -> float:
    """Milliseconds to load Typst and set one page, in a process that did neither before."""
    command = [sys.executable, "-c", FIRST]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
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
