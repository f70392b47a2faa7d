"""The evaluation is honest: its figures are right, and the card says what they are."""

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.lab.training import measures
from quiz.lab.training.card import write_card
from quiz.lab.training.evaluate import Trial, evaluate
from quiz.lab.unlike.families import UNLIKE
from quiz.lab.unlike.judge import Tour, judge

CHANCES = np.array([[0.7, 0.2, 0.1], [0.2, 0.5, 0.3], [0.4, 0.35, 0.25], [0.1, 0.3, 0.6]])
TOP = np.array([0, 2, 2, 2])


def test_hit_rates_count_the_true_world_among_the_first() -> None:
    assert [measures.hit_rate(CHANCES, TOP, among) for among in (1, 2, 3)] == [0.5, 0.75, 1.0]


def test_log_loss_and_brier_score_reward_being_sure_and_right() -> None:
    sure = np.eye(3)[TOP] * 0.97 + 0.01
    assert measures.log_loss(sure, TOP) < measures.log_loss(CHANCES, TOP)
    assert measures.log_loss(np.full((4, 3), 1 / 3), TOP) == pytest.approx(np.log(3))
    assert measures.brier_score(np.eye(3)[TOP], TOP) == 0
    assert measures.brier_score(np.eye(3)[[1, 1, 1, 1]], TOP) == 2


def test_calibration_compares_how_sure_with_how_often_right() -> None:
    honest = np.tile([0.8, 0.1, 0.1], (10, 1))
    truth = np.array([0] * 8 + [1] * 2)
    bins = np.array([measures.calibration_bins(honest, truth)] * 2)
    assert measures.calibration_error(bins, 10) == {"mean": 0.0, "error": 0.0}
    assert measures.diagram(bins) == [{"sure": 0.8, "right": 0.8, "pupils": 20}]
    boasting = np.array([measures.calibration_bins(np.tile([1.0, 0, 0], (10, 1)), truth)] * 2)
    assert measures.calibration_error(boasting, 10) == {"mean": 0.2, "error": 0.0}


def test_the_jackknife_error_is_that_of_the_mean_for_a_plain_bias() -> None:
    bins = np.zeros((4, 3, 15))
    bins[:, 1, 3] = [1.0, 2.0, 3.0, 4.0]
    found = measures.calibration_error(bins, 10)
    expected = np.std([0.1, 0.2, 0.3, 0.4], ddof=1) / 2
    assert found == {"mean": 0.25, "error": round(float(expected), 3)}


def test_selection_bias_and_hit_gap_see_a_group_that_is_treated_otherwise() -> None:
    group = np.array([0, 0, 1, 1])
    fair = np.eye(3)[TOP]
    assert measures.group_biases(fair, TOP, group) == (0, 0)
    assert measures.hit_gap(fair, TOP, group) == 0
    unfair = np.eye(3)[[0, 2, 0, 0]]
    assert max(measures.group_biases(unfair, TOP, group)) == 1
    assert measures.hit_gap(unfair, TOP, group) == 1


def test_a_summary_gives_the_standard_error_over_banks() -> None:
    found = measures.summary([{"top1": 0.4}, {"top1": 0.6}])
    assert found == {"top1": {"mean": 0.5, "error": 0.1}}


def test_the_evaluation_covers_every_condition_and_writes_an_honest_card(
    bank: Bank, scorer: Scorer, tmp_path: Path
) -> None:
    told: list[int] = []
    trial = Trial(seed=1, banks=2, pupils=60)
    metrics = evaluate(bank, scorer, trial, told.append)
    assert told == list(range(1, trial.length + 1))
    assert list(metrics) == ["plain", "shifted", "rough"]
    for forms in metrics.values():
        assert {
            "adaptive 14",
            "adaptive 28",
            "adaptive 28, 40% skipped",
            "means learned",
            "raw sum 28",
            "z-scored sum 28",
            "regression on items 28",
            "remarks",
        } <= set(forms)
        assert "adaptive 56" not in forms
        assert forms["adaptive 28"]["top1"]["mean"] > 1 / 3
        assert sum(cell["pupils"] for cell in forms["adaptive 28"]["diagram"]) == 120
        assert "calibration_error" not in forms["raw sum 28"]
        assert forms["remarks"]["same"]["mean"] == 1.0
        assert forms["remarks"]["random"]["mean"] > forms["remarks"]["honest"]["mean"]
    unlike = judge(bank, scorer, Tour(banks=2, pupils=60))
    write_card(scorer.model, metrics, unlike, tmp_path)
    card = (tmp_path / "card.md").read_text("utf-8")
    assert card.splitlines()[0].lower().startswith("trained on simulated pupils")
    assert scorer.model_version in card
    assert "| honest pupils (false alarms) |" in card
    for kind in (kind for kinds in UNLIKE.values() for kind in kinds):
        assert f"| {kind} |" in card
    for name in ("calibration", "hit_rate", "selection_bias"):
        picture = (tmp_path / f"{name}.svg").read_text("utf-8")
        assert ElementTree.fromstring(picture).tag.endswith("svg")  # noqa: S314
        assert "nan" not in picture
    written = json.loads((tmp_path / "metrics.json").read_text("utf-8"))
    assert (written["conditions"], written["unlike"]) == (metrics, unlike)


def test_the_evaluation_gives_the_same_figures_again(bank: Bank, scorer: Scorer) -> None:
    trial = Trial(seed=1, banks=2, pupils=8)
    assert evaluate(bank, scorer, trial) == evaluate(bank, scorer, trial)
