"""The commands of the engine: train the model, evaluate it.

Heavy modules (scikit-learn above all) are imported inside the commands, so that `quiz --help` and
the web process never load them. Errors that a user can mend become one line in `quiz.cli`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.showing import one_thread, progress
from quiz.config import paths

if TYPE_CHECKING:
    from quiz.domain.bank.schema import Bank
    from quiz.domain.scoring import Scorer

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--banks", type=click.IntRange(1), default=120, show_default=True)
@click.option("--output", type=_FOLDER, default=paths.MODELS, help="Folder to write to.")
def train(seed: int, banks: int, output: Path) -> None:
    """Train the model on simulated pupils and write worlds.json.

    The same seed gives the same file. Run it again whenever the question bank has changed.
    """
    one_thread()
    from quiz.domain.bank.load import load_bank
    from quiz.domain.scoring.artefact import model_version, write_model
    from quiz.lab.training.build import TrainingPlan
    from quiz.lab.training.build import train as build

    bank = load_bank()
    output.mkdir(parents=True, exist_ok=True)
    plan = TrainingPlan(seed=seed, banks=banks)
    with progress("Training on invented banks", plan.length) as show:
        model = build(bank, plan, show)
    write_model(model, output / "worlds.json")
    click.echo(f"{output / 'worlds.json'}: model {model_version(model)}")


@click.command()
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True)
@click.option("--banks", type=click.IntRange(2), default=12, show_default=True)
@click.option("--pupils", type=click.IntRange(20), default=1000, show_default=True)
@click.option("--output", type=_FOLDER, default=paths.MODELS, help="Folder to write to.")
def evaluate(seed: int, banks: int, pupils: int, output: Path) -> None:
    """Measure the model on invented banks it has never seen; write metrics, card and plots.

    Then on worlds unlike those of training: a sixth as many, with four times as many pupils each.
    """
    one_thread()
    from quiz.lab.training.card import write_card
    from quiz.lab.training.evaluate import Trial
    from quiz.lab.training.evaluate import evaluate as measure
    from quiz.lab.unlike.judge import Tour, judge

    bank, scorer = _load()
    output.mkdir(parents=True, exist_ok=True)
    trial = Trial(seed=seed, banks=banks, pupils=pupils)
    with progress("Evaluating on unseen banks", trial.length) as show:
        metrics = measure(bank, scorer, trial, show)
    tour = Tour(seed=seed, banks=max(2, banks // 6), pupils=4 * pupils)
    with progress("Visiting worlds unlike those of training", tour.length) as show:
        unlike = judge(bank, scorer, tour, show)
    write_card(scorer.model, metrics, unlike, output)
    click.echo(f"{output / 'metrics.json'}, {output / 'card.md'}: model {scorer.model_version}")


def _load() -> tuple["Bank", "Scorer"]:
    """The question bank and the model that was trained on it."""
    from quiz.domain.bank.load import load_bank
    from quiz.domain.scoring import Scorer

    bank = load_bank()
    return bank, Scorer.load(bank=bank)
