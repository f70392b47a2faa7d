"""The sentences of the catalogue, as pupils and visitors read them, in both languages."""

import re
from collections.abc import Iterator

from tests.real import real_catalogue

# Before a vowel "an" is heard; "a university" and "a European" begin with another sound.
WRONG_ARTICLE = re.compile(r"\ba (?!uni|use|one|eu)[aeio]|\ban [bcdfgj-np-tv-xz]", re.IGNORECASE)
# Words of the trade that no pupil of twelve knows.
OF_THE_TRADE = re.compile(r"\b(cnc|rvs|gww|infra|offshore|geodata|reststromen)\b", re.IGNORECASE)
STRAIGHT = re.compile(r"[^\W\d_]'[^\W\d_]")
# The official name of a programme may say man; what we say of it does not.
ONE_SEX = re.compile(r"vakman\b|vakmannen|bouwvakker|\b(hij|mannen|jongens)\b", re.IGNORECASE)


def _sentences() -> Iterator[tuple[str, str]]:
    rows = real_catalogue()
    for company in rows.companies.values():
        yield company.what_they_do_nl, company.what_they_do_en
    for programme in rows.programmes.values():
        yield programme.description_nl, programme.description_en
    for event in rows.events.values():
        yield event.description_nl, event.description_en


def test_english_has_the_article_that_a_reader_hears() -> None:
    assert [english for _, english in _sentences() if WRONG_ARTICLE.search(english)] == []


def test_no_work_is_told_as_that_of_men() -> None:
    assert [dutch for dutch, _ in _sentences() if ONE_SEX.search(dutch)] == []


def test_no_sentence_has_a_word_that_only_the_trade_knows() -> None:
    assert [dutch for dutch, _ in _sentences() if OF_THE_TRADE.search(dutch)] == []


def test_what_a_company_does_begins_with_what_it_does() -> None:
    """Not "Poppodium met eigen licht en geluid", in which nobody does anything."""
    told = [row.what_they_do_nl for row in real_catalogue().companies.values() if row.for_pupils]
    assert [dutch for dutch in told if not re.match(r"\w+t\b", dutch)] == []


def test_no_apostrophe_is_straight() -> None:
    assert [both for both in _sentences() if STRAIGHT.search(" ".join(both))] == []


def test_every_sentence_ends_and_is_written_in_words_of_its_own() -> None:
    for dutch, english in _sentences():
        assert all(text.endswith(".") and "  " not in text for text in (dutch, english) if text)
