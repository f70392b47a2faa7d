"""The posterior is exact, and the head turns more evidence into more probability."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.belief import Posterior, of_factors
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.head import head_probabilities, is_monotone, tied_head
from quiz.domain.scoring.model import Head
from tests.domain.scoring.small import small_bank, small_model

MODEL = small_model(small_bank())
EVIDENCE = Evidence(MODEL.measurement, MODEL.form.values)
WORLDS = 3
means = st.lists(st.floats(-3, 3), min_size=WORLDS + 1, max_size=WORLDS + 1)


def test_the_posterior_is_that_of_the_joint_normal_distribution() -> None:
    measurement = MODEL.measurement
    items, levels = [0, 5, 9], [3, 0, 2]
    loadings = measurement.loadings[items]
    answers = np.array(MODEL.form.values, dtype=float)[levels] - measurement.means[items]
    shared = measurement.prior @ loadings.T
    spread = loadings @ shared + np.diag(measurement.unique[items])
    mean = shared @ np.linalg.solve(spread, answers)
    covariance = measurement.prior - shared @ np.linalg.solve(spread, shared.T)
    found = EVIDENCE.posterior(
        [item * 4 + level for item, level in zip(items, levels, strict=True)]
    )
    assert found.mean == pytest.approx(mean)
    assert found.covariance == pytest.approx(covariance)


def test_nothing_answered_leaves_the_prior() -> None:
    assert EVIDENCE.posterior([]).covariance == pytest.approx(MODEL.measurement.prior)
    assert EVIDENCE.features(EVIDENCE.belief([])) == pytest.approx(np.zeros(2 * WORLDS))


@given(means, st.integers(0, WORLDS - 1), st.floats(0, 2), st.floats(0, 3), st.floats(-1, 3))
def test_more_evidence_for_a_world_never_lowers_it(
    mean: list[float], world: int, rise: float, evidence: float, shared: float
) -> None:
    head = tied_head(evidence, max(shared, -evidence), WORLDS)
    covariance = EVIDENCE.posterior([1, 18, 35]).covariance
    raised = np.array(mean)
    raised[world] += rise
    before, after = (
        head_probabilities(head, EVIDENCE.features(of_factors(Posterior(which, covariance))))[world]
        for which in (np.array(mean), raised)
    )
    assert is_monotone(head)
    assert after >= before - 1e-9


def test_a_head_that_lowers_or_favours_worlds_is_not_monotone() -> None:
    assert not is_monotone(tied_head(-0.1, 0.5, WORLDS))
    assert not is_monotone(tied_head(0.4, -0.5, WORLDS))
    lopsided = tied_head(0.4, 0.1, WORLDS).coefficients.copy()
    lopsided[0, 1] += 0.2
    assert not is_monotone(Head(lopsided, np.zeros(WORLDS)))


def test_the_committed_head_is_monotone(scorer: Scorer) -> None:
    assert is_monotone(scorer.model.head)
