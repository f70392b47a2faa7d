"""Who reads the questions never hears "heel snel", at whatever pace; who only taps does."""

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import LANGUAGES
from quiz.lab.training.paces import CARELESS, HONEST, share_called_fast

BANK = load_bank()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", HONEST)
def test_at_most_one_honest_pupil_in_fifty_is_called_fast(kind: str, language: str) -> None:
    assert share_called_fast(BANK, HONEST[kind], language) <= 0.02


def test_who_taps_without_reading_is_called_fast() -> None:
    half, most, every = (share_called_fast(BANK, pace) for pace in CARELESS.values())
    assert 0.4 < half < 0.7, "half of the cards is where the remark begins"
    assert min(most, every) > 0.99
