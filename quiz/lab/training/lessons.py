"""What the head learns from: invented pupils with partial forms, and who they truly are."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.head import head_probabilities
from quiz.domain.scoring.model import Head
from quiz.domain.scoring.normal import Array
from quiz.lab.training.forms import adaptive_forms, masked, random_forms
from quiz.lab.training.head import fit_head
from quiz.lab.training.simulate import Pupils, Whole

FIRST_HEAD = (0.4, 0.0)  # good enough to choose questions while the real head is learned
_STOPS = (7, 14, 21, 28, 42)


class Lessons(NamedTuple):
    """Evidence features (P, 2W) of pupils, and the position of their true first world (P,)."""

    features: Array
    top: Whole


def lessons(scorer: Scorer, pupils: Pupils, generator: np.random.Generator) -> Lessons:
    """Give half of the pupils a random part of the questions, the others a form chosen by us."""
    count, items = pupils.answers.shape
    stop = min(int(generator.choice(_STOPS)), len(scorer.static_order))
    random_mask = random_forms(count // 2, items, generator)
    adaptive_mask = adaptive_forms(scorer, pupils.answers[count // 2 :], [stop])[0]
    answers = masked(pupils.answers, np.vstack([random_mask, adaptive_mask]), scorer.values)
    evidence = Evidence(scorer.model.measurement, scorer.values)
    present = (~np.isnan(answers)).astype(float)
    beliefs = evidence.beliefs(np.nan_to_num(answers), present)
    return Lessons(evidence.features(beliefs), pupils.top)


def learn_head(
    parts: Sequence[Lessons], generator: np.random.Generator
) -> tuple[Head, dict[str, float]]:
    """The head, and how well it does on what it learned from (all lengths together)."""
    features = np.vstack([part.features for part in parts])
    top = np.concatenate([part.top for part in parts])
    head = fit_head(features, top, generator)
    probabilities = head_probabilities(head, features)
    true = probabilities[np.arange(len(top)), top]
    return head, {
        "training_log_loss": round(float(-np.log(true).mean()), 4),
        "training_top1": round(float((probabilities.argmax(axis=1) == top).mean()), 4),
    }
