"""`quiz bench`: every budget of docs/budgets.md beside what this machine does."""

import json
from dataclasses import replace
from pathlib import Path

import click

from quiz.cli.showing import one_thread, progress
from quiz.config import school_time
from quiz.config.whole_file import whole_file

# As in quiz/lab/bench/run.py, which is heavy to import; tests hold them together.
PARTS = ("web", "instant", "engine", "matching", "pages", "worker", "boards", "paper", "growth")
_MOST = click.IntRange(25, 10_000_000)


@click.command()
@click.option("--only", type=click.Choice(PARTS), multiple=True, help="This part; may be repeated.")
@click.option("--most", type=_MOST, default=1_000_000, show_default=True, help="For growth.")
@click.option("--quick", is_flag=True, help="Small sizes, only to see that it works.")
@click.option("--database", metavar="URL", help="An empty database; without it, a file of its own.")
@click.option("--json", "target", type=click.Path(dir_okay=False, path_type=Path), help="Write it.")
def bench(
    *, only: tuple[str, ...], most: int, quick: bool, database: str | None, target: Path | None
) -> None:
    """Measure this machine: speed, memory, weights and growth, each beside its budget.

    Takes some minutes, and 5 GB of disk for a million attempts. A machine that does other work
    gives worse figures; ratios and processor times suffer least. Nothing is judged.
    """
    one_thread()
    from quiz.lab.bench.plan import QUICK, Sizes, growing_to
    from quiz.lab.bench.run import measure
    from quiz.lab.bench.table import machine, table

    plan = QUICK if quick else Sizes(growth=growing_to(most))
    if database is not None:
        _require_address(database)
    about, began = machine(), school_time.now()
    found = []
    for part, row in measure(only or PARTS, replace(plan, progress=progress), database):
        click.echo(f"{part}: {row.what.strip()}: {row.measured}", err=True)
        found.append((part, row))
    if target is not None:
        rows = [{"part": part, **vars(row)} for part, row in found]
        content = {"machine": about, "began": began.isoformat(timespec="seconds"), "rows": rows}
        with whole_file(target) as place:
            place.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    click.echo(f"{about}, {school_time.day_of(began)}\n{table([row for _part, row in found])}")


def _require_address(database: str) -> None:
    """Say of the option what else would be said of a setting that nobody gave."""
    from quiz.config.database_url import InvalidDatabaseUrl, database_url_of

    try:
        database_url_of(database, Path())
    except InvalidDatabaseUrl as problem:
        raise click.ClickException(str(problem).replace("DATABASE_URL", "--database")) from None
