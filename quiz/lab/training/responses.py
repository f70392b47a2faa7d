"""Builds a scorer from real answers alone, for any number of scales and answer levels.

There is no truth about real people but their answers, so what the scorer predicts is a choice:

* "form": what a person's complete form would say, the observed score of each scale over all its
  questions, in the unit of `complete_shares`. A question's own part, which a factor would call
  noise, is part of that score. Right for a shorter form of the same questionnaire. When all is
  answered nothing is left to predict, so it ends certain, whatever the questions are worth.
* "interest": the latent trait, what the questions of a scale have in common. Right when they are a
  sample of what could have been asked. Nobody ever sees the trait itself, so the scorer is as sure
  as a parallel form bears out: other questions, as many, that measure as well.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.answers import AnswerReader
from quiz.domain.scoring.errors import ResponseError
from quiz.domain.scoring.expert import static_order
from quiz.domain.scoring.head import tied_head
from quiz.domain.scoring.model import Form, Measurement, Model, Rules
from quiz.domain.scoring.normal import Array
from quiz.lab.training.factors import first_view, fit_measurement
from quiz.lab.training.invent import Margins, invent_people, learn_margins
from quiz.lab.training.lessons import FIRST_HEAD, learn_head, lessons
from quiz.lab.training.simulate import Mask

Target = Literal["form", "interest"]
PARTS, PUPILS = 40, 100  # how many groups of invented people the head learns from


def fit_from_responses(
    people: Sequence[Mapping[str, int]],
    items: Mapping[str, str],
    levels: int,
    seed: int = 0,
    target: Target = "form",
) -> Scorer:
    """A scorer fitted to the answers of people.

    `people` are {question: 1..levels}; a question left out, or 0, was not answered. `items` gives
    each question its scale; `target` says what is predicted, see the top of this file. Raises
    ResponseError for unknown questions, answers or targets, or when there is nothing to learn from.
    The same arguments give the same scorer.
    """
    if target not in get_args(Target):
        raise ResponseError(f"target {target!r}: use {' or '.join(get_args(Target))}")
    form = _form(items, levels)
    answers, present = answer_table(people, form)
    own = np.array([[items[name] == world for world in form.worlds] for name in items])
    measurement = fit_measurement(answers, present, first_view(answers, present, own))
    shares = complete_shares(measurement, own)
    if target == "form":
        measurement = replace(measurement, shares=shares)
    model = Model(
        bank_hash=hashlib.sha256(json.dumps([dict(items), levels]).encode()).hexdigest(),
        form=replace(form, order=static_order(measurement, form)),
        measurement=measurement,
        head=tied_head(*FIRST_HEAD, len(form.worlds)),
        rules=Rules(contest=1.0),
        provenance=_provenance(len(people), seed),
        metrics={},
    )
    return _with_head(model, learn_margins(answers, present, levels), shares, seed)


def complete_shares(measurement: Measurement, own: Mask) -> Array:
    """What each answer adds to the score of its world's complete form; shape (N, W).

    Norm tables come in two kinds: the mean of standardised answers, or the standardised mean of
    the answers. The first makes a scale of few questions count more, because its mean spreads
    more. We take the unit half-way, the root of the spread, which agrees with both most often.
    """
    loadings, prior = measurement.loadings, measurement.prior
    covariance = loadings @ prior @ loadings.T + np.diag(measurement.unique)
    shares = own / (np.sqrt(np.diagonal(covariance))[:, None] * own.sum(axis=0))
    spread = np.sqrt(np.diagonal(shares.T @ covariance @ shares))
    result: Array = shares / np.sqrt(spread * spread.mean())
    return result


def answer_table(people: Sequence[Mapping[str, int]], form: Form) -> tuple[Array, Mask]:
    """Answers (P, N), and where they are; without an answer stands 0.

    Raises ResponseError when there is not a single answer.
    """
    reader = AnswerReader(form)
    answers = np.zeros((len(people), len(form.items)))
    present = np.zeros(answers.shape, bool)
    width = len(form.values)
    for row, there, responses in zip(answers, present, people, strict=True):
        codes = reader.codes(responses)
        places = [code // width for code in codes]
        row[places] = [form.values[code % width] for code in codes]
        there[places] = True
    if not present.any():
        raise ResponseError("there is not a single answer to learn from")
    return answers, present


def _form(items: Mapping[str, str], levels: int) -> Form:
    worlds = tuple(dict.fromkeys(items.values()))
    if len(worlds) < 2 or levels < 2:
        raise ResponseError("a scorer needs at least two scales and two answer levels")
    return Form(worlds, dict(items), tuple(range(1, levels + 1)), 0, tuple(items))


def _with_head(model: Model, margins: Margins, shares: Array, seed: int) -> Scorer:
    """Train the head on people invented from the fit."""
    generator = np.random.default_rng(seed)
    scorer = Scorer(model)
    parts = []
    for _ in range(PARTS):
        people = invent_people(model.measurement, margins, PUPILS, generator, parallel=shares)
        parts.append(lessons(scorer, people, generator))
    head, metrics = learn_head(parts, generator)
    return Scorer(replace(model, head=head, metrics=metrics))


def _provenance(people: int, seed: int) -> dict[str, str | int]:
    return {
        "summary": f"fitted to the answers of {people} real people",
        "real_pupils": people,
        "seed": seed,
        "banks": PARTS,
        "pupils_per_bank": PUPILS,
    }
