"""The command `quiz score`: a file of answers in, a file of probabilities out, in parts."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from quiz.cli.showing import one_thread, progress

if TYPE_CHECKING:
    from quiz.scoring import Scorer

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PART = 1 << 22  # bytes; some 35,000 pupils
_MARK = b"\xef\xbb\xbf"  # some spreadsheets begin a file with it


@click.command()
@click.argument("file", type=_FILE)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
def score(file: Path, output: Path | None) -> None:
    """Score a CSV FILE: a row per pupil, a column per question id; probabilities per world out.

    The first column may name the pupils. An empty cell or the unknown value is no evidence.
    Nothing is written before the whole file is read and scored.
    """
    one_thread()
    from quiz.bank import load_bank
    from quiz.scoring import Scorer

    scorer = Scorer.load(bank=load_bank())
    size = file.stat().st_size
    try:
        with file.open("rb") as source, progress("Scoring pupils", size) as show:
            parts = list(_scored(scorer, source, show))
    except UnicodeDecodeError:
        raise click.ClickException(f"{file}: is not saved as UTF-8; save it again") from None
    if output is None:
        sys.stdout.buffer.writelines(parts)
    else:
        draft = output.with_name(output.name + ".draft")
        with draft.open("wb") as target:
            target.writelines(parts)
        draft.replace(output)


def _scored(scorer: "Scorer", source: BinaryIO, show: Callable[[int], None]) -> Iterator[bytes]:
    """Yield the heading and then the lines of each part of the file."""
    from quiz.scoring.table import TableReader, table_heading, table_rows

    heading = source.readline().removeprefix(_MARK).decode("utf-8")
    reader = TableReader(heading.rstrip("\r\n"), scorer)
    yield table_heading(scorer.worlds)
    for part in _parts(source):
        table = reader.read(part)
        yield table_rows(table.pupils, scorer.probabilities_batch(table.answers))
        show(source.tell())


def _parts(source: BinaryIO) -> Iterator[bytes]:
    """Yield parts of whole lines; all the rest at once where a quoted cell may hold a line end."""
    while part := source.read(_PART):
        part += source.readline()
        yield part + source.read() if b'"' in part else part
