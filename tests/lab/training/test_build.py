"""Training gives a monotone scikit-learn head, reproducibly, that finds what is there."""

from pathlib import Path

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.artefact import write_model
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.head import head_probabilities, is_monotone
from quiz.domain.scoring.model import Head, Model
from quiz.lab.training.build import TrainingPlan, train, untrained
from quiz.lab.training.forms import adaptive_forms, masked, random_forms
from quiz.lab.training.head import fit_head
from tests.lab.training.conftest import PLAN


def test_the_same_seed_gives_the_same_bytes(bank: Bank, model: Model, tmp_path: Path) -> None:
    write_model(model, tmp_path / "first.json")
    write_model(train(bank, PLAN), tmp_path / "second.json")
    assert (tmp_path / "first.json").read_bytes() == (tmp_path / "second.json").read_bytes()


def test_another_seed_gives_another_model(bank: Bank, model: Model) -> None:
    other = train(bank, TrainingPlan(seed=4, banks=PLAN.banks, pupils=PLAN.pupils))
    assert other.head.coefficients.tolist() != model.head.coefficients.tolist()


def test_training_tells_how_far_it_is_and_where_the_model_comes_from(bank: Bank) -> None:
    told: list[int] = []
    model = train(bank, TrainingPlan(seed=0, banks=3, pupils=20), told.append)
    assert told == [1, 2, 3, 4]
    assert model.provenance["summary"] == "simulated, 0 real pupils"
    assert model.provenance["real_pupils"] == 0
    assert model.bank_hash == bank.hash


def test_numpy_and_scikit_learn_give_the_same_probabilities(scorer: Scorer) -> None:
    generator = np.random.default_rng(0)
    answers = generator.integers(1, 5, (300, len(scorer.items))).astype(float)
    present = (generator.random(answers.shape) < 0.5).astype(float)
    evidence = Evidence(scorer.model.measurement, scorer.values)
    features = evidence.features(evidence.beliefs(answers, present))
    ours = head_probabilities(scorer.model.head, features)
    theirs = as_classifier(scorer.model.head).predict_proba(features)
    assert np.abs(ours - theirs).max() < 1e-6


def test_the_committed_head_predicts_as_scikit_learn_does() -> None:
    head = Scorer.load().model.head
    features = np.random.default_rng(1).normal(0, 3, (200, head.coefficients.shape[1]))
    theirs = as_classifier(head).predict_proba(features)
    assert np.abs(head_probabilities(head, features) - theirs).max() < 1e-6


def as_classifier(head: Head) -> LogisticRegression:
    classifier = LogisticRegression()
    classifier.classes_ = np.arange(len(head.intercept))
    classifier.coef_ = head.coefficients
    classifier.intercept_ = head.intercept
    return classifier


def test_the_head_is_monotone_even_when_the_data_say_otherwise(model: Model) -> None:
    generator = np.random.default_rng(2)
    evidence = generator.normal(0, 1, (400, 3))
    evidence -= evidence.mean(axis=1, keepdims=True)
    features = np.hstack([evidence, 0.5 * evidence])
    assert is_monotone(model.head)
    assert is_monotone(fit_head(features, evidence.argmin(axis=1), generator))


def test_all_questions_count_as_equally_popular(bank: Bank) -> None:
    assert len(set(untrained(bank).measurement.means.tolist())) == 1


def test_random_forms_have_every_length_and_at_least_one_question() -> None:
    lengths = random_forms(2000, 10, np.random.default_rng(0)).sum(axis=1)
    assert set(lengths) == set(range(1, 11))


def test_chosen_forms_grow_to_the_stops_and_leave_out_what_is_skipped(scorer: Scorer) -> None:
    answers = np.random.default_rng(0).integers(0, 4, (5, len(scorer.items)))
    skips = np.zeros(answers.shape, bool)
    skips[:, ::2] = True
    short, long = adaptive_forms(scorer, answers, [7, 20])
    some = adaptive_forms(scorer, answers, [20], skips)[0]
    assert (short.sum(axis=1) == 7).all()
    assert (long.sum(axis=1) == 20).all()
    assert not (short & ~long).any()
    assert not (some & skips).any()
    assert (some.sum(axis=1) < 20).any()
    table = masked(answers, short, scorer.values)
    assert np.isnan(table).sum() == (~short).sum()
    assert np.nanmin(table) >= scorer.values[0]


@pytest.mark.parametrize("count", [1, 2])
def test_even_very_little_training_gives_a_model_that_works(bank: Bank, count: int) -> None:
    scorer = Scorer(train(bank, TrainingPlan(seed=0, banks=count, pupils=30)))
    answers = {name: 4 if world == "metaal" else 2 for name, world in scorer.items.items()}
    assert scorer.profile(answers).worlds[0] == "metaal"
