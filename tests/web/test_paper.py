"""Paper never breaks: whatever stands on a sheet, it opens, and can be read aloud."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.app import create_app
from quiz.config import Settings
from quiz.domain.text.printable import STAND_IN, printable, unprintable
from quiz.storage.migrations.run import upgrade
from quiz.web.responses.typesetting import pdf_bytes
from tests.conftest import SECRETS, services_of
from tests.fuzz.naughty import NAUGHTY
from tests.pdf_layout import runs
from tests.pdf_reading import Pdf
from tests.web.sheets import Content, contents, filled, parents_of, words

Sheets = dict[str, Content]
TEMPLATES = ["class_picture", "parents", "result", "talk"]
PAGE_WIDTH, THINNEST_W = 595, 7  # in points; a W of our smallest letters is wider
MARKUP = "#panic() *b* _i_ $x$ @x <y> `z` \\ // /* \" ' {} [ ] - + = ~ --- ..."
WHOLE = ["Café 🚀", "Ελλάδα", "Київ", "Žižek", "2B", "★", "𝓣", "Æ", "ệ", "€", "½"]
PIECES = st.one_of(
    st.text(min_size=1, max_size=8),
    st.sampled_from(
        [
            *(text for text in NAUGHTY if 0 < len(text) <= 300),
            MARKUP,
            "x" * 200,
            "中" * 60,
            "🚀" * 60,
            "  ",
            "\u0301",
            "\u202e",
        ]
    ),
    st.sampled_from(
        ["👩🏽\u200d🔬", "👨\u200d👩\u200d👧\u200d👦", "🇳🇱🇳", "1\ufe0f\u20e3", "❤\ufe0f", "a🏽"]
    ),
    st.sampled_from(["صف ٢", "שָׁלוֹם", "हिन्दी", "தமிழ்", "ไทย", "한국", "２Ｂ", "می\u200cخواهم", "ﷺ"]),
    st.sampled_from(
        ["\u200c", "\u200d", "\u2066", "\u2068", "\ufe0f", "\u034f", "\u0488", "◌", "\u0bbe"]
    ),
)
TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("".join), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def app_of_sheets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder: Path = tmp_path_factory.mktemp("sheets")
    secrets = {name.upper(): value for name, value in SECRETS.items()}
    app = create_app(Settings.from_environment({"DATA_DIR": str(folder), **secrets}))
    upgrade(services_of(app).database)
    yield app
    services_of(app).database.close()


@pytest.fixture(scope="module")
def sheets(app_of_sheets: Flask) -> Sheets:
    """What stands on each sheet, by template."""
    with pytest.MonkeyPatch.context() as patch:
        return contents(app_of_sheets, services_of(app_of_sheets), patch)


@pytest.fixture
def visit(app_of_sheets: Flask) -> Iterator[None]:
    with app_of_sheets.test_request_context():
        yield


def test_every_sheet_is_here(sheets: Sheets) -> None:
    assert sorted(sheets) == TEMPLATES
    assert all(len(list(words(content))) > 30 for content in sheets.values())


@pytest.mark.parametrize("template", TEMPLATES)
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=TEXTS, language=st.sampled_from(["nl", "en"]))
def test_any_text_in_every_field_makes_an_accessible_sheet(
    sheets: Sheets, visit: None, template: str, texts: list[str], language: str
) -> None:
    made = pdf_bytes(template, {**filled(sheets[template], texts), "language": language})
    pdf = Pdf(made)
    assert pdf.is_tagged
    assert pdf.text


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_can_be_printed_stands_on_the_sheet(
    sheets: Sheets, visit: None, template: str
) -> None:
    pdf = Pdf(pdf_bytes(template, filled(sheets[template], [*WHOLE, MARKUP, "中", "\u0301"])))
    assert pdf.findings == []
    read = "".join(pdf.text.split())
    for text in (*WHOLE, MARKUP, "(niet af te drukken)"):
        assert "".join(text.split()) in read, text
    assert "中" not in read


@pytest.mark.parametrize(
    "text", [" ", "\u3000", "\u0301", "中文", "\ud800", "\u202e\u200b", "\u2068", "!"]
)
def test_a_sheet_of_which_nothing_can_be_printed_opens_all_the_same(
    sheets: Sheets, visit: None, text: str
) -> None:
    for template, content in sheets.items():
        assert Pdf(pdf_bytes(template, filled(content, [text]))).findings == [], template


def test_one_letter_of_every_script_is_printed_or_marked(visit: None) -> None:
    letters: dict[str, str] = {}
    for sign in map(chr, range(0x110000)):
        if unicodedata.category(sign)[0] == "L":
            letters.setdefault(unicodedata.name(sign, "OTHER").split()[0], sign)
    assert len(letters) > 150
    pdf = Pdf(pdf_bytes("parents", parents_of([f"a{sign}b" for sign in letters.values()])))
    printed = [sign for sign in letters.values() if not unprintable(sign)]
    assert {"α", "А"} & set(printed) or len(printed) > 30
    assert pdf.findings == []
    assert all(printable(sign).strip("\u2068\u2069") in pdf.text for sign in printed)
    assert pdf.text.count(STAND_IN) == 4 * (len(letters) - len(printed))


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("text", ["W" * 300, "W" * 40])
def test_no_word_runs_off_the_page(sheets: Sheets, visit: None, template: str, text: str) -> None:
    pdf = Pdf(pdf_bytes(template, filled(sheets[template], [text])))
    reach = [start + THINNEST_W * letters for start, letters in runs(pdf)]
    assert max(reach) < PAGE_WIDTH
    assert text in "".join(pdf.text.split())


def test_our_own_words_need_no_replacing(sheets: Sheets) -> None:
    for content in sheets.values():
        for text in words(content):
            assert printable(text) == text
