"""The logarithm of the normal distribution function is right without SciPy."""

from math import erfc, log, sqrt

import numpy as np
import pytest

from quiz.domain.scoring.normal import HIGHEST, LOWEST, log_normal_cdf


def test_it_equals_the_standard_library_to_ten_decimals() -> None:
    points = np.linspace(LOWEST, 5, 20_011)
    exact = [log(erfc(-z / sqrt(2)) / 2) for z in points]
    assert np.abs(log_normal_cdf(points) - exact).max() < 1e-10


def test_it_rises_and_never_passes_zero() -> None:
    values = log_normal_cdf(np.linspace(LOWEST - 5, HIGHEST + 5, 50_000))
    assert np.diff(values).min() >= -1e-15
    assert values.max() <= 0


def test_evidence_beyond_the_table_counts_as_its_edge() -> None:
    edges = log_normal_cdf(np.array([[-1e9, 1e9]]))
    assert edges.shape == (1, 2)
    assert edges[0, 0] == pytest.approx(log_normal_cdf(np.array([LOWEST]))[0])
    assert edges[0, 1] == pytest.approx(0, abs=1e-15)
