"""What paper cannot print is replaced by something that it can, and only that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.domain.text.fonts import coverage, embedded
from quiz.domain.text.printable import printable, unprintable
from quiz.web.responses.typesetting import pdf_bytes
from tests.web.sheets import parents_of

NAMES = [
    ("Café 2B, groep 3 – ’s ochtends", "Café 2B, groep 3 – ’s ochtends"),
    ("2B 🚀 👍🏽 👩‍🔬 🇳🇱 1️⃣ ❤️", "2B 🚀 👍🏽 👩‍🔬 🇳🇱 1️⃣ ❤️"),
    ("Ελλάδα, Київ, Žižek, Ægir", "Ελλάδα, Київ, Žižek, Ægir"),
    ("हिन्दी தமிழ் ไทย አማርኛ", "हिन्दी தமிழ் ไทย አማርኛ"),
    ("صف ٢", "\u2068صف ٢\u2069"),
    ("שָׁלוֹם", "\u2068שָׁלוֹם\u2069"),
    ("Klas 中文", "Klas □□"),
    ("２Ｂ 𝓣𝓮𝓪𝓶", "2B 𝓣𝓮𝓪𝓶"),
    ("e\u0301 Z" + "\u0335" * 3, "é Z" + "\u0335" * 3),
    ("★\u20dd", "★"),  # a ring that no font has together with a star
    ("a\u200d🚀", "a🚀"),
    ("★🏽", "★"),
    ("\ud800Jan\ue000 \U000e0041\uffff\u0378", "Jan□ □□"),
    ("\u202eJan\u202c\u200b \u00adBV\ufeff\x00\x1b", "Jan BV"),
    ("een\ntwee\tdrie\u2028vier\u3000vijf", "een twee drie vier vijf"),
    ("!?", "!?"),
    ("□", "□"),
    ("中文", ""),
    ("中 - 文!", ""),
    ("\u0301\u0301", ""),
    ("\u3164 \u2800", ""),
]


@pytest.mark.parametrize(("text", "printed"), NAMES, ids=lambda text: ascii(text)[:30])
def test_what_a_font_has_stays_and_the_rest_is_marked(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_what_will_be_missing_can_be_told_before() -> None:
    assert unprintable("2B 🚀 中文中 صف a\u0310 \u200b") == ["中", "文"]
    assert unprintable("Bakkerij Ægir & Žižek ★ ２Ｂ") == []
    assert unprintable("□") == []


@given(st.text())
def test_what_can_be_printed_is_printed_again_as_it_is(text: str) -> None:
    printed = printable(text)
    assert printable(printed) in {printed, f"\u2068{printed}\u2069"}


def test_typst_has_every_sign_that_it_said_to_have() -> None:
    alone = sorted(embedded() - set(coverage()))
    assert len(alone) > 3_000
    assert pdf_bytes("parents", parents_of(alone))


def test_the_package_has_the_signs_of_its_scripts() -> None:
    for sign in "aéŁΩЖשصहதไአ🚀♥":
        assert sign in coverage()
    for sign in "中あ한\ue000\ufdd0\uffff\u0378":
        assert sign not in coverage()
    assert coverage()["ص"] != coverage()["🚀"]
