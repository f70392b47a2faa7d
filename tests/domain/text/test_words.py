"""What the domain says is Dutch text, and remembers the sentence and the values it was made of."""

import pytest

from quiz.domain.catalogue.files.cell import required
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.text.words import Words


def test_words_are_text_like_any_other() -> None:
    words = Words("'%(text)s' is geen datum", text="100%")
    assert words == "'100%' is geen datum"
    assert f"rij 2: {words}." == "rij 2: '100%' is geen datum."
    assert (words.sentence, words.values) == ("'%(text)s' is geen datum", {"text": "100%"})
    assert Words("100% zeker") == "100% zeker"


def test_a_cell_that_is_refused_says_so_in_words() -> None:
    with pytest.raises(BadCell) as refused:
        required(" ")
    assert isinstance(refused.value.reason, Words)
    assert isinstance(refused.value.suggestion, Words)


def test_a_large_number_is_written_as_people_read_it() -> None:
    assert Words("er zijn %(most)s rijen", most=10_000) == "er zijn 10.000 rijen"
    assert Words("in %(year)s", year=2026) == "in 2026"
    assert Words("%(most)s", most=10_000).values == {"most": 10_000}
