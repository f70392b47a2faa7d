"""National figures: each with a year and a source, and what is wrong is said in a line."""

from pathlib import Path

import pytest

from quiz.domain.bank.schema import BankError
from quiz.domain.catalogue.national_figures import FILE, load_national_figures
from tests.domain.catalogue.slips import with_a_slip


def test_every_figure_says_what_when_and_who_in_both_languages() -> None:
    found = load_national_figures()
    assert len({each.nl for each in found}) == len({each.en for each in found}) == len(found)
    assert all(each.source and each.url for each in found)


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("share: 24", "share: 124", "must be from 0 to 100"),
        ("share: 24", "share: veel", "whole number"),
        ("school_year: 2022", "school_year: 22", "must be from 2000"),
        ("    source:", "    bron:", "lacks source"),
        ("https://techniekpact.nl/nieuws", "techniekpact.nl/nieuws", "is no web address"),
    ],
)
def test_a_slip_is_refused_in_one_line(
    tmp_path: Path, written: str, instead: str, said: str
) -> None:
    with_a_slip(tmp_path, FILE, written, instead)
    with pytest.raises(BankError, match=said):
        load_national_figures(tmp_path)
