"""A file that somebody keeps or sends on has a name that every system and every header takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.http import parse_options_header

from quiz.domain.text.file_names import ascii_name, file_name
from quiz.web.responses.downloads import disposition

NAMES = [
    ("Kader 2B techniek", "Klassenbeeld Kader 2B techniek 2026-11-26.pdf"),
    ("2B/2C", "Klassenbeeld 2B-2C 2026-11-26.pdf"),
    ("Klas: de besten?", "Klassenbeeld Klas de besten 2026-11-26.pdf"),
    ('2B "plus"', "Klassenbeeld 2B -plus 2026-11-26.pdf"),
    ("Café Ägir", "Klassenbeeld Café Ägir 2026-11-26.pdf"),
    ("🚀 2B", "Klassenbeeld 🚀 2B 2026-11-26.pdf"),
    ("2B.", "Klassenbeeld 2B 2026-11-26.pdf"),
    ("../../etc/passwd", "Klassenbeeld etc-passwd 2026-11-26.pdf"),
    ("...", "Klassenbeeld 2026-11-26.pdf"),
    ("2B\r\nSet-Cookie: x=1", "Klassenbeeld 2B Set-Cookie x=1 2026-11-26.pdf"),
]
TEXT = st.one_of(
    st.text(max_size=400),
    st.text(st.sampled_from('ab2 ./\\:*?"<>|%;é℀／＂🚀\u202e\u200d\u0301\r\n'), max_size=80),
)


@pytest.mark.parametrize(("chosen", "name"), NAMES)
def test_a_name_says_whose_it_is_and_of_which_day(chosen: str, name: str) -> None:
    assert file_name("pdf", "Klassenbeeld", chosen, "2026-11-26") == name


@given(TEXT)
def test_every_name_is_safe_everywhere_and_comes_through_a_header(chosen: str) -> None:
    name = file_name("pdf", "Klassenbeeld", chosen, "2026-11-26", "werelden")
    for each in (name, ascii_name(name)):
        assert not re.search(r'[<>:"/\\|?*%;`$\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]', each)
        assert len(each.encode()) <= 255
        assert each.startswith("Klassenbeeld ")
        assert each.endswith("2026-11-26 werelden.pdf")
        assert "  " not in each
    header = disposition(name)
    assert header.isascii()
    kind, options = parse_options_header(header)
    assert kind == "attachment"
    assert options["filename"] == name
