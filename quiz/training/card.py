"""Writes down what was measured: metrics.json for machines, card.md for people."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quiz.scoring.artefact import model_version
from quiz.scoring.model import Model

_SHOWN = ("adaptive 14", "adaptive 28", "adaptive 56", "raw sum of all", "z-scored sum of all")
_COLUMNS = {
    "top1": "true first world is first",
    "top2": "in first two",
    "top3": "in first three",
    "calibration_error": "calibration error",
    "selection_bias": "selection bias",
    "hit_gap": "hit gap",
}

_CARD = """\
Trained on simulated pupils: no real pupil has shaped this model, so it claims no accuracy.

# Model card: which of the seven worlds of technology

Model {version}, bank {bank}, seed {seed}, {banks} invented banks of {pupils} pupils each.

## What it is for
To start a conversation: it orders seven worlds of technology by what a pupil (10-18) says to
like, with how sure it is. A pupil sees two or three worlds when the first is not clearly ahead.

## What it is not for
No level, no grade, no advice on admission, no selection, no comparison of pupils or schools, and
no decision about anybody. It does not measure ability.

## How it works
A linear factor model with one factor per world and one for answering style gives the exact
posterior of a pupil's interests from any set of answers. A monotone logistic regression
(scikit-learn), trained on simulated pupils with random and with chosen questions, turns it into
probabilities. All questions count as equally popular until real answers say otherwise.

## What was measured
On invented banks that training never saw; mean and, between brackets, standard error over banks.
The figures depend on what was invented: use them to compare rows, not as accuracy of the product.
Plain: loadings near those of the experts. Shifted: also popularity of questions, other loadings
and two groups of pupils that differ. Rough: also questions that hang together in pairs, unusual
distributions of interest and stronger answering styles.

{tables}
Raw sum: what comparable tests do, with all 56 questions. Z-scored sum: corrected by the means and
spreads of these same pupils, which a new test cannot know. Selection bias: the largest difference,
over worlds and two groups, between how often a world is put first and how often it truly is (even
with a thousand pupils per bank some .02 of it is chance). Hit gap: difference in hit rate between
the groups.

## Limits
- Simulated pupils answer as the model expects, apart from the misfit listed above.
- Item popularity is unknown until at least 50 real answers per question are in.
- Seven worlds that go together have a low ceiling: even with 56 questions the first is often a tie.
- Answers that look careless are marked, never left out for the pupil.
"""


def write_card(model: Model, metrics: Mapping[str, Any], folder: Path) -> None:
    """Write metrics.json and card.md into the folder; the card's first line is its main warning."""
    version = model_version(model)
    document = {"model": version, "bank": model.bank_hash, "conditions": metrics}
    text = json.dumps(document, indent=1) + "\n"
    (folder / "metrics.json").write_text(text, encoding="utf-8")
    (folder / "card.md").write_text(card_text(model, metrics), encoding="utf-8")


def card_text(model: Model, metrics: Mapping[str, Any]) -> str:
    """Return the card in Markdown."""
    return _CARD.format(
        version=model_version(model),
        bank=model.bank_hash[:12],
        seed=model.provenance["seed"],
        banks=model.provenance["banks"],
        pupils=model.provenance["pupils_per_bank"],
        tables="\n".join(_table(name, forms) for name, forms in metrics.items()),
    )


def _table(name: str, forms: Mapping[str, Any]) -> str:
    lines = [
        f"### {name.capitalize()}\n",
        f"| questions | {' | '.join(_COLUMNS.values())} |",
        f"| --- |{' --- |' * len(_COLUMNS)}",
    ]
    lines += [_row(form, forms[form]) for form in _SHOWN if form in forms]
    return "\n".join(lines) + "\n"


def _row(form: str, figures: Mapping[str, Mapping[str, float]]) -> str:
    cells = [_cell(figures[name]) if name in figures else "-" for name in _COLUMNS]
    return f"| {form} | {' | '.join(cells)} |"


def _cell(figure: Mapping[str, float]) -> str:
    return f"{figure['mean']:.3f} ({figure['error']:.3f})"
