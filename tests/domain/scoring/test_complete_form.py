"""A model may predict the score of the complete form: what is answered counts as it is."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.artefact import read_model, write_model
from quiz.domain.scoring.errors import ModelShapeError
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.layout import contents_of, model_from
from quiz.domain.scoring.model import Model
from quiz.domain.scoring.normal import Array
from tests.domain.scoring.small import small_bank, small_model

LATENT = small_model(small_bank())
OWN = np.array(
    [[world == own for own in LATENT.form.worlds] for world in LATENT.form.items.values()]
)
SHARES = OWN * np.linspace(0.2, 0.4, len(OWN))[:, None]
MODEL = replace(LATENT, measurement=replace(LATENT.measurement, shares=SHARES))
SCORER = Scorer(MODEL)
SOME = {"hout-0": 4, "metaal-1": 1, "stof-2": 3, "stof-3": 4, "hout-3": 2}


def deviations(answers: Mapping[str, int]) -> tuple[list[int], Array]:
    places = [place for place, name in enumerate(MODEL.form.items) if name in answers]
    values = [answers[name] for name in MODEL.form.items if name in answers]
    return places, np.array(values) - MODEL.measurement.means[places]


def test_the_score_is_predicted_as_by_the_joint_normal_distribution_of_all_answers() -> None:
    measurement = MODEL.measurement
    spread = measurement.loadings @ measurement.prior @ measurement.loadings.T
    spread += np.diag(measurement.unique)
    places, given = deviations(SOME)
    link = SHARES.T @ spread[:, places]
    mean = link @ np.linalg.solve(spread[np.ix_(places, places)], given)
    left = np.linalg.solve(spread[np.ix_(places, places)], link.T)
    covariance = SHARES.T @ spread @ SHARES - link @ left
    answers = np.zeros((1, len(SHARES)))
    answers[0, places] = given + measurement.means[places]
    evidence = Evidence(measurement, MODEL.form.values)
    found = evidence.beliefs(answers, (answers > 0).astype(float))
    assert found.mean[0] == pytest.approx(mean)
    assert found.covariance[0] == pytest.approx(covariance, abs=2e-4)


def test_one_pupil_gets_what_many_get() -> None:
    table = np.full((1, len(SHARES)), np.nan)
    for name, value in SOME.items():
        table[0, list(MODEL.form.items).index(name)] = value
    alone = list(SCORER.probabilities(SOME).values())
    assert SCORER.probabilities_batch(table)[0] == pytest.approx(alone, abs=1e-9)


def test_a_complete_form_is_scored_as_it_is() -> None:
    generator = np.random.default_rng(4)
    for _ in range(50):
        answers = {name: int(generator.integers(1, 5)) for name in SCORER.items}
        score = deviations(answers)[1] @ SHARES
        profile = SCORER.profile(answers)
        assert profile.worlds[0] == SCORER.worlds[int(score.argmax())]
        assert list(profile.interest.values()) == pytest.approx(score - score.mean())


@pytest.mark.parametrize("world", SCORER.worlds)
def test_the_reasons_add_up_to_the_interest(world: str) -> None:
    for answers in ({}, SOME, dict.fromkeys(SCORER.items, 4)):
        reasons = SCORER.explain(answers, world)
        assert sum(part for _, part in reasons) == pytest.approx(
            SCORER.profile(answers).interest[world], abs=1e-12
        )


def test_the_question_that_most_shrinks_the_doubt_comes_first() -> None:
    """With all worlds as likely, that is the variance between worlds after really asking it."""
    still = Scorer(
        replace(MODEL, head=replace(MODEL.head, coefficients=MODEL.head.coefficients * 0))
    )
    evidence = Evidence(MODEL.measurement, MODEL.form.values)
    width = len(MODEL.form.values)
    left = {}
    for place, name in enumerate(MODEL.form.items):
        if name in SOME:
            continue
        codes = [list(MODEL.form.items).index(answered) * width for answered in SOME]
        covariance = evidence.belief(sorted([*codes, place * width])).covariance
        left[name] = np.trace(covariance) - covariance.mean() * len(covariance)
    assert still.next_items(SOME)[0] == min(left, key=lambda name: left[name])


def test_it_can_be_stored_and_a_wrong_shape_is_refused(tmp_path: Path) -> None:
    write_model(MODEL, tmp_path / "model.json")
    stored = read_model(tmp_path / "model.json")
    assert Scorer(stored).next_items(SOME, 5) == SCORER.next_items(SOME, 5)
    again: Model = model_from(contents_of(stored))
    assert again.measurement.shares == pytest.approx(SHARES, abs=1e-6)
    with pytest.raises(ModelShapeError, match="shares has shape"):
        model_from({**contents_of(MODEL), "shares": [[1.0]]})
