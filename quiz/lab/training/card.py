"""Writes down what was measured: metrics.json for machines, card.md for people, plots for both."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quiz.config.whole_file import write_whole
from quiz.domain.scoring.artefact import model_version
from quiz.domain.scoring.model import Model
from quiz.lab.training.plots import plots

_SHOWN = (
    "adaptive 7",
    "adaptive 14",
    "adaptive 21",
    "adaptive 28",
    "adaptive 42",
    "adaptive 56",
    "adaptive 28, 20% skipped",
    "adaptive 28, 40% skipped",
    "means learned",
    "raw sum 28",
    "raw sum 56",
    "z-scored sum 56",
    "regression on items 28",
    "regression on items 56",
)
_COLUMNS = {
    "top1": "first",
    "top2": "in first two",
    "top3": "in first three",
    "log_loss": "log loss",
    "brier": "Brier",
    "calibration_error": "calibration error",
    "selection_bias": "selection bias",
    "hit_gap": "hit gap",
    "share_close": "too close",
    "share_broad": "broad",
    "share_sure": "sure",
}
_UNLIKE_COLUMNS = {
    "top1": "first",
    "raw_sum_of_all": "raw sum of all",
    "stated": "stated",
    "calibration_error": "calibration error",
    "log_loss": "log loss",
    "stops_early": "may stop at 21",
    "share_sure": "sure",
    "right_when_sure": "right when sure",
    "share_clear": "one in front",
    "share_close": "too close",
    "share_broad": "broad",
}
_REMARKS = {
    "honest": "honest pupils (false alarms)",
    "honest_misfit": "of which for misfit",
    "same": "the same answer throughout",
    "pattern": "up and down the scale",
    "random": "any answer at random",
    "half_random": "half of the answers at random",
}
_TEMPLATE = Path(__file__).with_name("card.txt")


def write_card(
    model: Model, metrics: Mapping[str, Any], unlike: Mapping[str, Any], folder: Path
) -> None:
    """Write metrics.json, card.md and three plots; the card's first line is its main warning.

    `metrics` come from `evaluate`, `unlike` from `quiz.lab.unlike.judge`.
    """
    document = {
        "model": model_version(model),
        "bank": model.bank_hash,
        "conditions": metrics,
        "unlike": unlike,
    }
    text = json.dumps(document, separators=(",", ":")).replace('},"', '},\n"') + "\n"
    card = card_text(model, metrics, unlike)
    texts = {"metrics.json": text, "card.md": card, **plots(metrics)}
    write_whole({folder / name: content.encode() for name, content in texts.items()})


def card_text(model: Model, metrics: Mapping[str, Any], unlike: Mapping[str, Any]) -> str:
    """The card in Markdown."""
    return _TEMPLATE.read_text(encoding="utf-8").format(
        version=model_version(model),
        bank=model.bank_hash[:12],
        seed=model.provenance["seed"],
        banks=model.provenance["banks"],
        pupils=model.provenance["pupils_per_bank"],
        tables="\n".join(_table(name, forms) for name, forms in metrics.items()),
        unlike="\n".join(_unlike_table(level, kinds) for level, kinds in unlike.items()),
        remarks=_remark_table(metrics),
    )


def _table(name: str, forms: Mapping[str, Any]) -> str:
    lines = [f"### {name.capitalize()}\n", *_heading("questions", _COLUMNS.values())]
    lines += [_row(form, forms[form], _COLUMNS) for form in _SHOWN if form in forms]
    return "\n".join(lines) + "\n"


def _unlike_table(level: str, kinds: Mapping[str, Any]) -> str:
    lines = [f"### About as {level}, otherwise\n"]
    lines += _heading("28 questions", _UNLIKE_COLUMNS.values())
    lines += [_row(kind, figures, _UNLIKE_COLUMNS) for kind, figures in kinds.items()]
    return "\n".join(lines) + "\n"


def _remark_table(metrics: Mapping[str, Any]) -> str:
    lines = [*_heading("share that gets a remark", metrics)]
    for kind, words in _REMARKS.items():
        rates = {name: forms["remarks"][kind] for name, forms in metrics.items()}
        lines.append(_row(words, rates, metrics))
    return "\n".join(lines)


def _heading(first: str, names: Any) -> tuple[str, str]:
    names = list(names)
    return f"| {first} | {' | '.join(names)} |", f"| --- |{' --- |' * len(names)}"


def _row(form: str, figures: Mapping[str, Any], columns: Any) -> str:
    cells = [_cell(figures[name]) if name in figures else "-" for name in columns]
    return f"| {form} | {' | '.join(cells)} |"


def _cell(figure: Mapping[str, float]) -> str:
    return f"{figure['mean']:.3f} ({figure['error']:.3f})"
