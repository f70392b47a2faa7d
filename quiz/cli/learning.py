"""The commands that look at real answers; none of them changes the model in use."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.showing import one_thread, progress
from quiz.cli.stored import require_migrated
from quiz.config import paths
from quiz.config.whole_file import write_whole

if TYPE_CHECKING:
    from quiz.domain.bank.schema import Bank
    from quiz.lab.training.published import Inventory
    from quiz.storage.database import Database
    from quiz.usecases.class_pictures.answers import StoredAnswers

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--seed", type=click.IntRange(0), default=0, help="Which schools are held out.")
@click.option("--output", type=_FOLDER, required=True, help="Folder for the learned model.")
def learn(seed: int, output: Path) -> None:
    """Learn item means and loadings from stored answers, and judge them on held-out schools.

    Writes the learned model and the verdict of the gate to the output folder. The model in use
    stays as it is: putting the new file in its place is a decision for people.
    """
    one_thread()
    from quiz.domain.scoring import Scorer
    from quiz.domain.scoring.artefact import write_model
    from quiz.lab.training.gate import learn_and_judge

    if output.resolve() == paths.MODELS.resolve():
        raise click.ClickException("--output: another folder than that of the model in use")
    with _stored() as (bank, stored):
        verdict = learn_and_judge(Scorer.load(bank=bank).model, stored, seed)
    if verdict.model is None:
        raise click.ClickException(verdict.summary)
    click.echo(verdict.summary)
    lines = [
        f"{'yes' if check.passed else 'NO '}  {check.name}: {check.found}"
        for check in verdict.checks
    ]
    lines.append("the gate passes" if verdict.passed else "the gate does not pass: change nothing")
    output.mkdir(parents=True, exist_ok=True)
    write_model(verdict.model, output / "worlds.json")
    text = "\n".join([verdict.summary, *lines]) + "\n"
    write_whole({output / "gate.txt": text.encode()})
    click.echo("\n".join(lines))


@click.command()
@click.option("--least", type=click.IntRange(10), default=50, show_default=True)
@click.option("--output", type=_FOLDER, required=True, help="Folder for questions.csv, worlds.csv.")
def items(least: int, output: Path) -> None:
    """Statistics per question and per world from stored answers, as CSV.

    What rests on fewer than --least answers stays empty.
    """
    one_thread()
    from quiz.domain.scoring import Scorer
    from quiz.lab.training import items as statistics

    with _stored() as (bank, stored):
        model, gathered = statistics.gather(Scorer.load(bank=bank).model, stored, least)
    questions = statistics.question_rows(model, gathered)
    worlds = statistics.world_rows(model, gathered)
    texts = {
        output / "questions.csv": statistics.as_csv(statistics.QUESTION_COLUMNS, questions),
        output / "worlds.csv": statistics.as_csv(statistics.WORLD_COLUMNS, worlds),
    }
    _refuse_others_tables(texts)
    output.mkdir(parents=True, exist_ok=True)
    write_whole({file: text.encode() for file, text in texts.items()})
    shown = sum("mean" in row for row in questions)
    click.echo(f"{len(stored)} pupils; {shown} of {len(questions)} questions have {least} answers")


def _refuse_others_tables(texts: Mapping[Path, str]) -> None:
    """The catalogue has a worlds.csv too: only tables of ours are written over."""
    for file, text in texts.items():
        if not file.is_file():
            continue
        with file.open("rb") as before:
            top = before.readline(len(text)).strip()
        if top != text.partition("\n")[0].strip().encode():
            raise click.ClickException(
                f"{file} is there already and holds something else: choose another folder"
            )


@click.command()
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="File for the report (Markdown).",
)
@click.option(
    "--invented",
    type=click.IntRange(1),
    help="Let so many invented pupils do the quiz instead, to see what a report looks like.",
)
@click.option("--seed", type=click.IntRange(0), default=0, help="Of the invented pupils.")
def validate(output: Path, invented: int | None, seed: int) -> None:
    """Make the report of docs/validation.md from stored answers, without anybody's identity.

    About small groups nothing is said. Nothing in the database changes.
    """
    one_thread()
    from quiz.domain.bank.load import load_bank
    from quiz.domain.scoring import Scorer
    from quiz.lab.validation.invented import invented_report
    from quiz.lab.validation.report import report
    from quiz.usecases.class_pictures.answers import stored_answers
    from quiz.usecases.class_pictures.twice import answered_twice

    bank = load_bank()
    scorer = Scorer.load(bank=bank)
    if invented:
        with progress("Invented pupils do the quiz", invented) as show:
            text = invented_report(bank, scorer, invented, seed, show)
    else:
        with _database() as database:
            stored = stored_answers(database, bank)
            text = report(scorer, stored, answered_twice(database, bank))
    write_whole({output: text.encode()})
    click.echo(f"{output}: written")


@click.command()
@click.argument("answers", type=_FILE)
@click.argument("description", type=_FILE)
@click.option("--seed", type=click.IntRange(0), default=0)
@click.option("--halves", is_flag=True, help="Judge by the other half of the questions instead.")
def inventory(answers: Path, description: Path, seed: int, *, halves: bool) -> None:
    """Judge the engine on published ANSWERS (CSV, may be gzip) with their DESCRIPTION (JSON).

    Fits on the rows whose `split` is train and prints, for the rows of test, how often the first
    scale after some questions is that of the complete form; standard errors between brackets.
    With --halves: how far (log loss) the probabilities after some questions of one half are from
    what comes first in the other half, for both things that a scorer may aim at.
    """
    one_thread()
    from quiz.lab.training.inventory import judge
    from quiz.lab.training.published import read_inventory

    data = read_inventory(answers, description)
    if halves:
        _show_halves(data, seed)
        return
    count = len(data.items)
    stops = sorted({stop for stop in (7, 10, 14, 16, 18, 21, 25, count) if stop <= count})
    with progress("Asking people", len(data.test)) as show:
        found = judge(data, stops, show, seed)
    click.echo("questions  item z-scores   scale z-score   plain sum       stated probability")
    for row in found:
        shares = (row.by_item, row.by_scale, row.sum_by_item)
        cells = [f"{p:.3f} ({(p * (1 - p) / len(data.test)) ** 0.5:.3f})" for p in shares]
        click.echo(f"{row.questions:9d}  {'   '.join(cells)}   {row.sure:.3f}")


def _show_halves(data: "Inventory", seed: int) -> None:
    from quiz.lab.training.halves import losses_on_the_other_half

    found = losses_on_the_other_half(data, seed)
    click.echo(f"questions  {'  '.join(f'{target:>8}' for target in found)}")
    for questions, row in enumerate(zip(*found.values(), strict=True)):
        click.echo(f"{questions:9d}  {'  '.join(f'{loss:8.3f}' for loss in row)}")


@contextmanager
def _stored() -> Iterator[tuple["Bank", "StoredAnswers"]]:
    """Read the question bank and the answers in the database."""
    from quiz.domain.bank.load import load_bank
    from quiz.usecases.class_pictures.answers import stored_answers

    bank = load_bank()
    with _database() as database:
        yield bank, stored_answers(database, bank)


@contextmanager
def _database() -> Iterator["Database"]:
    from quiz.config import Settings
    from quiz.storage.database import Database

    with closing(Database(Settings.from_environment(os.environ).database_url)) as database:
        require_migrated(database)
        yield database
