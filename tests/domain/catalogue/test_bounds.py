"""What may stand in a cell of a file that comes in: how much, which signs, which addresses."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.files.columns import TABLES
from quiz.domain.catalogue.files.load import check_catalogue
from quiz.domain.catalogue.files.stored import catalogue_of_cells
from tests.domain.catalogue.small import Files, small_files, write_files

Place = tuple[str, int, str]
EVERY_COLUMN = [(table.file, 2, column) for table in TABLES for column in table.columns]
NAME: Place = ("companies.csv", 2, "name")
WEBSITE: Place = ("companies.csv", 2, "website")

UNSEEN = st.characters(categories=["Cc", "Cf", "Co", "Cn", "Zl", "Zp"], exclude_characters="\0\r\n")
SIGNS = [
    ("Jan\nsen", "hier staat een regeleinde in. Zet alles op één regel."),
    ("Jan\r\nsen", "een regeleinde"),
    ("Jan\u2028sen", "een regeleinde"),
    ("Jan\tsen", "hier staat een tab in. Zet er een spatie voor in de plaats."),
    ("Jan\x07sen", "een teken dat je niet ziet (U+0007). Typ de tekst opnieuw over"),
    ("\u202eJansen", "een teken dat de leesrichting verandert (U+202E). Haal het weg."),
    ("Jan\u2066sen\u2069", "de leesrichting verandert (U+2066)"),
    ("Jan\u200bsen", "een teken dat je niet ziet (U+200B)"),
    ("Jan\u00adsen", "een teken dat je niet ziet (U+00AD)"),
    ("\ufeffJansen", "een teken dat je niet ziet (U+FEFF)"),
    ("Jan\ue000sen", "een teken dat niemand kan lezen (U+E000)"),
    ("Jan\ufffdsen", "een teken dat niemand kan lezen (U+FFFD)"),
    ("Jan\ufffesen", "een teken dat niemand kan lezen (U+FFFE)"),
    ("Z" + "\u0335" * 9, "hier staan losse accenten (U+0335). Haal ze weg."),
    ("\u0301", "losse accenten (U+0301)"),
]
ADDRESSES = [
    ("https://quiz.school.test@evil.test/", "een naam met een @. Haal alles tussen"),
    ("https://a:secret@evil.test", "een naam met een @"),
    ("https://@evil.test", "een naam met een @"),
    ("https://school.nl:8443/", "staat een poort. Haal de : en het getal weg."),
    ("https://school.nl:/", "staat een poort"),
    ("https://school.nl:99999/", "dit is geen webadres"),
    ("https://192.168.1.1/", "'192.168.1.1' is geen gewone naam van een website. Schrijf het"),
    ("https://[2001:db8::1]/", "is geen gewone naam"),
    ("https://[oeps/", "dit is geen webadres"),
    ("https://2130706433/", "is geen gewone naam"),
    ("https://0x7f.1/", "is geen gewone naam"),
    ("https://localhost/", "is geen gewone naam"),
    ("https://xn--80ak6aa92e.com/", "is geen gewone naam"),
    ("https://www.xn--pple-43d.com/", "is geen gewone naam"),
    ("https://аррӏе.com/", "is geen gewone naam"),
    ("https://schoo\u017f.nl/", "is geen gewone naam"),
    ("https://school_nl/", "is geen gewone naam"),
    ("https://-school.nl/", "is geen gewone naam"),
    ("https://evil.test\\@school.nl/", "een naam met een @"),
    ("https://evil.test\\.school.nl/", "is geen gewone naam"),
    ("https://school.nl/a\\b", "een teken dat daar niet mag. Kopieer"),
    ('https://school.nl/"onclick=', "een teken dat daar niet mag"),
    ("ftp://school.nl/", "is geen webadres. Begin met https://"),
    ("HTTPS//school.nl/", "is geen webadres"),
    ("data:text/html,x", "is geen webadres"),
]
GOOD_ADDRESSES = [
    "",
    "http://school.nl",
    "https://www.school-2.amsterdam/pad/@naam?a=b:c&d=%20#deel",
    "https://nl.wikipedia.org/wiki/Café_(winkel)",
]


def findings(folder: Path, place: Place, text: str) -> list[str]:
    """What the check says when this text stands in one cell of the small catalogue."""
    file, row, column = place
    files = small_files()
    files[file][row - 2][column] = text
    write_files(folder, files)
    return [each for each in check_catalogue(folder) if f"rij {row}, kolom {column}: " in each]


@pytest.mark.parametrize(("text", "says"), SIGNS, ids=lambda text: ascii(text)[:20])
def test_a_sign_that_hides_or_turns_a_name_is_refused_with_its_number(
    tmp_path: Path, text: str, says: str
) -> None:
    (finding,) = findings(tmp_path, NAME, text)
    assert says in finding


@pytest.mark.parametrize(("text", "says"), ADDRESSES)
def test_an_address_that_may_lead_elsewhere_is_refused(
    tmp_path: Path, text: str, says: str
) -> None:
    (finding,) = findings(tmp_path, WEBSITE, text)
    assert says in finding


@pytest.mark.parametrize("text", GOOD_ADDRESSES)
def test_an_ordinary_address_is_fine(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, WEBSITE, text) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(EVERY_COLUMN), st.text("ab", max_size=5), UNSEEN)
def test_no_column_takes_an_unseen_sign_and_no_line_repeats_it(
    tmp_path: Path, place: Place, before: str, sign: str
) -> None:
    (finding,) = findings(tmp_path, place, f"{before}{sign}x")
    assert finding.startswith(f"{place[0]}, rij 2, kolom {place[2]}: ")
    assert all(unicodedata.category(each)[0] != "C" for each in finding)


@pytest.mark.parametrize("place", EVERY_COLUMN, ids=lambda place: f"{place[0]}-{place[2]}")
def test_no_column_takes_a_text_without_end_and_no_line_repeats_it(
    tmp_path: Path, place: Place
) -> None:
    (finding,) = findings(tmp_path, place, "a" * 120_000)
    assert "hier staan 120.000 tekens. Maak er hoogstens " in finding
    assert len(finding) < 150


@pytest.mark.parametrize(
    "name", ["Café 🚀 Jansen & Zn.", "مدرسة", "Žižek BV", "Å" * 120, "हिन्दी", "❤️", "A\u00a0B"]
)
def test_a_name_of_any_script_is_fine(tmp_path: Path, name: str) -> None:
    assert findings(tmp_path, NAME, name) == []


def test_a_strange_column_is_named_without_its_strange_signs(files: Files, tmp_path: Path) -> None:
    write_files(tmp_path, files)
    path = tmp_path / "worlds.csv"
    path.write_bytes(path.read_bytes().replace(b"name_en", b"\x1b[2J" + b"q" * 9_000, 1))
    strange = check_catalogue(tmp_path)
    assert all(len(each) < 150 and each.isprintable() for each in strange)


def test_a_stored_catalogue_from_before_a_bound_stays_in_use(files: Files) -> None:
    files["companies.csv"][0]["name"] = "Jan\u00adsen " + "x" * 500
    assert catalogue_of_cells(files).companies["bouwer"].name.startswith("Jan")
