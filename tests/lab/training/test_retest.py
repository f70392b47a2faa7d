"""The threshold of "perhaps changed": about one unchanged pupil in twenty is told so by chance."""

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer
from quiz.domain.scoring.change import PERHAPS
from quiz.lab.training import retest
from quiz.lab.training.conditions import EVALUATION, PLAIN
from quiz.lab.training.retest import largest_changes


@pytest.fixture(scope="module")
def real_bank() -> Bank:
    return load_bank()


@pytest.fixture(scope="module")
def real_scorer(real_bank: Bank) -> Scorer:
    return Scorer.load(bank=real_bank)


def test_about_one_in_twenty_pupils_who_stayed_the_same_is_told_perhaps(
    real_bank: Bank, real_scorer: Scorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retest, "BANKS", 10)
    found = [largest_changes(real_bank, real_scorer, each) for each in EVALUATION.values()]
    shares = [float((each > PERHAPS).mean()) for each in found]
    assert sum(shares) / len(shares) == pytest.approx(0.05, abs=0.015)
    assert max(shares) < 0.08


def test_somebody_else_is_told_perhaps_much_more_often(
    real_bank: Bank, real_scorer: Scorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retest, "BANKS", 5)
    other = largest_changes(real_bank, real_scorer, PLAIN, changed=True)
    assert (other > PERHAPS).mean() > 0.3


def test_the_command_prints_a_share_for_every_threshold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retest, "BANKS", 1)
    monkeypatch.setattr(retest, "PUPILS", 10)
    retest.main()
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.split() == ["beyond", "sd", *EVALUATION, "other"]
    assert [float(row.split()[0]) for row in rows] == list(retest.THRESHOLDS)
    assert all(0 <= float(share) <= 1 for row in rows for share in row.split()[1:])
