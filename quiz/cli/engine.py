"""The commands of the engine: train the model, evaluate it, score a file of answers.

Heavy modules (scikit-learn above all) are imported inside the commands, so that `quiz --help` and
the web process never load them. Errors that a user can mend become one line in `quiz.cli`.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz import paths

if TYPE_CHECKING:
    from quiz.bank import Bank
    from quiz.scoring import Scorer

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@contextmanager
def _progress(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Show progress on stderr; yields a function to call with the number of parts done."""
    done = 0
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:

        def show(total: int) -> None:
            nonlocal done
            bar.update(total - done)
            done = total

        yield show


@click.command()
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--banks", type=click.IntRange(1), default=120, show_default=True)
@click.option("--output", type=_FOLDER, default=paths.MODELS, help="Folder to write to.")
def train(seed: int, banks: int, output: Path) -> None:
    """Train the model on simulated pupils and write worlds.json.

    The same seed gives the same file. Run it again whenever the question bank has changed.
    """
    from quiz.bank import load_bank
    from quiz.scoring.artefact import model_version, write_model
    from quiz.training.build import Plan
    from quiz.training.build import train as build

    bank = load_bank()
    output.mkdir(parents=True, exist_ok=True)
    plan = Plan(seed=seed, banks=banks)
    with _progress("Training on invented banks", plan.length) as show:
        model = build(bank, plan, show)
    write_model(model, output / "worlds.json")
    click.echo(f"{output / 'worlds.json'}: model {model_version(model)}")


@click.command()
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--banks", type=click.IntRange(2), default=12, show_default=True)
@click.option("--pupils", type=click.IntRange(20), default=1000, show_default=True)
@click.option("--output", type=_FOLDER, default=paths.MODELS, help="Folder to write to.")
def evaluate(seed: int, banks: int, pupils: int, output: Path) -> None:
    """Measure the model on invented banks it has never seen; write metrics.json and card.md."""
    from quiz.training.card import write_card
    from quiz.training.evaluate import Trial
    from quiz.training.evaluate import evaluate as measure

    bank, scorer = _load()
    output.mkdir(parents=True, exist_ok=True)
    trial = Trial(seed=seed, banks=banks, pupils=pupils)
    with _progress("Evaluating on unseen banks", trial.length) as show:
        metrics = measure(bank, scorer, trial, show)
    write_card(scorer.model, metrics, output)
    click.echo(f"{output / 'metrics.json'}, {output / 'card.md'}: model {scorer.model_version}")


@click.command()
@click.argument("file", type=_FILE)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write.")
def score(file: Path, output: Path | None) -> None:
    """Score a CSV FILE: a row per pupil, a column per question id; probabilities per world out.

    The first column may name the pupils. An empty cell or the unknown value is no evidence.
    """
    from quiz.scoring.table import read_table, table_lines

    _, scorer = _load()
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            table = read_table(lines, scorer)
    except UnicodeDecodeError:
        raise click.ClickException(f"{file}: is not saved as UTF-8; save it again") from None
    with _progress("Scoring pupils", len(table.pupils)) as show:
        probabilities = scorer.probabilities_batch(table.answers, show)
    text = "".join(table_lines(scorer.worlds, table.pupils, probabilities))
    if output is None:
        click.echo(text, nl=False)
    else:
        _replace(output, text)


def _load() -> tuple["Bank", "Scorer"]:
    """Return the question bank and the model that was trained on it."""
    from quiz.bank import load_bank
    from quiz.scoring import Scorer

    bank = load_bank()
    return bank, Scorer.load(bank=bank)


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    draft = path.with_name(path.name + ".draft")
    draft.write_text(text, encoding="utf-8", newline="")
    draft.replace(path)
