"""A friendly hint at the right time of the year, for whoever has something to choose."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from quiz.domain.bank.schema import BankError
from quiz.domain.bank.texts import load_texts
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.moments import hint_for, is_soon, load_moments

REAL = load_moments()
YEAR = [date(2027, 1, 1) + timedelta(days=day) for day in range(365)] + [date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("school_type", "year", "today", "text"),
    [
        ("po", 7, date(2026, 11, 21), "moment.groep7"),
        ("po", 8, date(2026, 11, 21), "moment.groep8.ahead"),
        ("po", 8, date(2027, 1, 1), "moment.groep8.advice"),
        ("po", 8, date(2027, 3, 24), "moment.groep8.advice"),
        ("po", 8, date(2027, 3, 25), "moment.groep8.week"),
        ("po", 8, date(2027, 4, 1), "moment.groep8.after"),
        ("vmbo-kb", 2, date(2026, 12, 31), "moment.vmbo2.ahead"),
        ("vmbo-bb", 2, date(2027, 1, 1), "moment.vmbo2.now"),
        ("vwo", 3, date(2027, 5, 5), "moment.klas3.now"),
        ("vmbo-gl-tl", 3, date(2027, 5, 5), "moment.vmbo3"),
        ("vmbo-kb", 4, date(2027, 1, 31), "moment.vmbo4.ahead"),
        ("vmbo-kb", 4, date(2027, 4, 1), "moment.vmbo4.soon"),
        ("vmbo-kb", 4, date(2027, 4, 2), "moment.vmbo4.after"),
        ("havo", 4, date(2027, 4, 2), "moment.year_before"),
        ("havo", 5, date(2027, 1, 15), "moment.final.fixed"),
        ("havo", 5, date(2027, 1, 16), "moment.final.ahead"),
        ("vwo", 6, date(2027, 5, 2), "moment.final.after"),
        ("mbo", 4, date(2027, 2, 29 - 1), "moment.mbo.ahead"),
    ],
)
def test_the_hint_follows_the_calendar(school_type: str, year: int, today: date, text: str) -> None:
    assert hint_for(REAL, school_type, year, today) == text


@pytest.mark.parametrize("school_type", LADDER)
@pytest.mark.parametrize("year", [None, *range(1, 9)])
def test_whoever_has_a_choice_has_a_hint_on_every_day_and_others_on_none(
    school_type: str, year: int | None
) -> None:
    assert len({hint_for(REAL, school_type, year, day) is None for day in YEAR}) == 1


def test_nobody_is_hurried_who_has_nothing_to_choose() -> None:
    for school_type, year in (("pro", 5), ("isk", None), ("onbekend", 3), ("havo", 1)):
        assert hint_for(REAL, school_type, year, date(2026, 11, 21)) is None


def test_what_was_held_last_month_is_not_soon_again() -> None:
    november = date(2026, 11, 27)
    assert not is_soon((10,), november)
    assert is_soon((4,), november)
    assert is_soon((11,), november)
    assert is_soon((5, 10), november)
    assert is_soon((), november)
    assert is_soon(tuple(range(1, 13)), november)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_moment_has_its_sentence(language: str) -> None:
    sentences = load_texts(language).results
    assert {moment.text for moment in REAL} == {
        key for key in sentences if key.startswith("moment.")
    }


GOOD = 'moments:\n  - {text: a, school_types: [po], years: [8], from: "01-10", until: "02-29"}\n'


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("01-10", "10 januari", "moment 1, from: 10 januari is not a month and a day"),
        ("02-29", "02-30", "moment 1, until: 02-30 is no day of the year"),
        ("[po]", "[lbo]", "moment 1, school_types: 'lbo' is not known; choose from po"),
        ("[8]", "[9]", "moment 1, years: 9 is not known"),
        ("text: a, ", "", "moment 1: lacks text"),
        ("moments", "moment", "lacks moments"),
    ],
)
def test_a_moment_that_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    (tmp_path / "moments.yaml").write_text(GOOD, encoding="utf-8")
    assert load_moments(tmp_path)[0].last == (2, 29)
    (tmp_path / "moments.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BankError) as refused:
        load_moments(tmp_path)
    assert str(refused.value).startswith("moments.yaml")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
