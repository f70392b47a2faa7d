"""The command `quiz score`: a file of answers in, a file of probabilities out, in parts."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from quiz.cli.showing import one_thread, progress
from quiz.config.whole_file import whole_file

if TYPE_CHECKING:
    from quiz.domain.scoring import Scorer

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_FILE)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
@click.option("--excel", is_flag=True, help="Write what a Dutch Excel opens: 0,25;0,75.")
def score(file: Path, output: Path | None, *, excel: bool) -> None:
    """Score FILE: a row per pupil, a column per question id; probabilities per world out.

    FILE is CSV as any Excel writes it, or XLSX. The first column may name the pupils. An empty cell
    or the unknown value is no evidence; a row without any answer is nobody. Nothing is written
    before the whole file is read and scored.
    """
    one_thread()
    from quiz.domain.bank.load import load_bank
    from quiz.domain.scoring import Scorer
    from quiz.domain.scoring.errors import ResponseError
    from quiz.domain.spreadsheets.errors import FileRefused

    scorer = Scorer.load(bank=load_bank())
    try:
        with _whole(output) as target:
            unanswered = _score(scorer, file, target, excel=excel)
    except (FileRefused, ResponseError) as problem:
        raise click.ClickException(f"{file.name}: {problem}") from None
    if unanswered:
        rows = "1 rij" if unanswered == 1 else f"{unanswered} rijen"
        click.echo(f"{rows} met een naam en zonder antwoorden overgeslagen.", err=True)


def _score(scorer: "Scorer", file: Path, target: IO[bytes], *, excel: bool) -> int:
    """Write everything; returns how many named rows had no answers."""
    from quiz.domain.scoring.errors import ResponseError
    from quiz.domain.scoring.outcome_table import (
        FOR_EXCEL,
        FOR_PROGRAMS,
        outcome_heading,
        outcome_rows,
    )
    from quiz.domain.scoring.table import TableReader
    from quiz.domain.spreadsheets.tables import open_table

    form, found = FOR_EXCEL if excel else FOR_PROGRAMS, 0
    with (
        open_table(file, list(scorer.items), first_free=True) as table,
        progress("Scoring pupils", file.stat().st_size) as show,
    ):
        reader = TableReader(table.header, table.delimiter, scorer)
        target.write(outcome_heading(scorer.worlds, form))
        for part in table.parts():
            for pupils, answers in reader.read(part):
                chances = scorer.probabilities_batch(answers)
                target.writelines(outcome_rows(pupils, chances, form))
                found += len(pupils)
                show(table.position() if found else 0)
    if not found:
        raise ResponseError("er staat geen leerling met antwoorden in. Zet er rijen bij.")
    return reader.unanswered


@contextmanager
def _whole(output: Path | None) -> Iterator[IO[bytes]]:
    """Something to write to; it goes out when all went well, and else not at all."""
    if output is None:
        with tempfile.TemporaryFile() as kept:
            yield kept
            kept.seek(0)
            shutil.copyfileobj(kept, sys.stdout.buffer)
        return
    with whole_file(output) as place, place.open("wb") as target:
        yield target
