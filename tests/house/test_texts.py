"""Every text of our pages exists in Dutch and in English, and what is compiled is up to date."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
ENGLISH = ROOT / "quiz" / "web" / "translations" / "en" / "LC_MESSAGES"
CONTENT = ROOT / "questions"
STRAIGHT = re.compile(r"[^\W\d_]'[^\W\d_]")
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
MARKED = {**DEFAULT_KEYWORDS, "Words": None}  # as in the Makefile: what the domain says, too


def _english() -> Catalog:
    with (ENGLISH / "messages.po").open("rb") as source:
        return read_po(source, locale="en")


def _used() -> set[str | tuple[str, ...]]:
    found = set()
    for folder in ("quiz", "templates"):
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / folder, method_map=METHODS, keywords=MARKED
        ):
            found.add(message)
    return found


def test_every_text_has_an_english_translation() -> None:
    catalogue = _english()
    missing = [
        message
        for message in _used()
        if (entry := catalogue.get(message)) is None or not entry.string or entry.fuzzy
    ]
    assert not missing, "run `make texts` and translate them"


def test_no_translation_is_left_over() -> None:
    assert {entry.id for entry in _english() if entry.id} <= _used()


def test_placeholders_are_the_same_in_both_languages() -> None:
    english = _english()
    assert {entry.id: found for entry in english if (found := list(entry.check(english)))} == {}


def test_an_apostrophe_is_curly_wherever_people_read() -> None:
    """The first page said "Zo'n" beside words that are quoted with “ and ”."""
    assert [text for text in _read() if STRAIGHT.search(text)] == []


def test_what_comes_out_is_called_a_result() -> None:
    """An "uitslag" is of a test that one passes or fails."""
    assert [text for text in _read() if "uitslag" in text.lower()] == []


def _read() -> Iterator[str]:
    """What our pages say in both languages, and every line of the content that is no comment."""
    for entry in _english():
        yield from (str(entry.id), str(entry.string))
    for path in CONTENT.rglob("*.yaml"):
        lines = path.read_text("utf-8").splitlines()
        yield from (line.partition(" #")[0] for line in lines if not line.lstrip().startswith("#"))


def test_the_compiled_translations_are_up_to_date() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, _english())
    assert compiled.getvalue() == (ENGLISH / "messages.mo").read_bytes(), "run `make texts`"
