"""`quiz catalogue import duo`: a preview in words, and with --apply the rows."""

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz, complaint
from tests.cli.test_catalogue import said
from tests.domain.catalogue.duo.conftest import duo_catalogue
from tests.domain.catalogue.duo.files import (
    ALKMAAR,
    ALL,
    LOCATIONS,
    PROFILES,
    SECTORS,
    exam,
    location,
)
from tests.domain.catalogue.small import write_files

IMPORT = ("catalogue", "import", "duo")


@pytest.fixture
def files(quiz: Quiz, tmp_path: Path) -> list[str]:
    """The six files, beside a database with the small catalogue."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    write_files(folder, duo_catalogue())
    said(quiz, "db", "upgrade")
    said(quiz, "catalogue", "load", str(folder))
    return [str(file.put(tmp_path)) for file in ALL]


def test_the_preview_says_everything_in_words_and_changes_nothing(
    quiz: Quiz, files: list[str]
) -> None:
    text = said(quiz, *IMPORT, *files)
    for words in (
        "02.-alle-vestigingen-vo.csv: 4 rijen",
        "schooljaar 2024-2025",
        "+ Zeelyceum, Alkmaar (vo-11xy00)",
        "+ Havo-nt (voltijd): Zeelyceum, Alkmaar",
        "~ Vak, Ede (vak): codes bij DUO (leeg) → 25XX",
        "1 x geen kandidaten (zoals 02AB01 ZWE)",
        "? crebo 29999 Opleiding 29999, niveau 3: 1 plekken",
        "Dit is een voorbeeld: er is niets veranderd. Met --apply wordt het echt.",
    ):
        assert words in text
    assert "Al precies zo" in text
    assert said(quiz, *IMPORT, *files) == text


def test_apply_does_it_and_a_second_time_there_is_nothing_to_do(
    quiz: Quiz, files: list[str], tmp_path: Path
) -> None:
    assert said(quiz, *IMPORT, "--apply", *files).strip().endswith("bij het volgende resultaat.")
    assert "Alles staat al zo in de catalogus." in said(quiz, *IMPORT, "--apply", *files)
    said(quiz, "catalogue", "export", str(tmp_path / "out"))
    assert "vo-11xy00,Zeelyceum" in (tmp_path / "out" / "institutions.csv").read_text()
    said(quiz, "catalogue", "check", str(tmp_path / "out"))


def test_a_file_that_cannot_be_used_is_named_and_nothing_else_is_used(
    quiz: Quiz, files: list[str], tmp_path: Path
) -> None:
    wrong = tmp_path / "leerlingen.csv"
    wrong.write_text("naam;leeftijd\nJan;12\n")
    line = complaint(quiz(*IMPORT, "--apply", *files, str(wrong)))
    assert line.startswith("Error: leerlingen.csv: rij 1: dit is geen bestand van DUO")
    assert line.endswith("Er is niets gebruikt.")
    assert "Nieuw" in said(quiz, *IMPORT, *files)


def test_without_a_loaded_catalogue_it_says_what_to_do_first(quiz: Quiz, tmp_path: Path) -> None:
    file = str(LOCATIONS.put(tmp_path))
    assert "doe eerst `quiz db upgrade`" in complaint(quiz(*IMPORT, file))
    said(quiz, "db", "upgrade")
    assert "doe eerst `quiz catalogue load`" in complaint(quiz(*IMPORT, file))


def test_codes_that_we_lack_are_written_down_once(
    quiz: Quiz, files: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "codes.csv"
    said(quiz, *IMPORT, "--codes", str(out), *files)
    assert out.read_text(encoding="utf-8-sig").splitlines() == [
        "register;code;naam;niveau;aantal plekken",
        "crebo;29999;Opleiding 29999;3;1",
    ]
    assert "bestaat al" in complaint(quiz(*IMPORT, "--codes", str(out), *files))


def test_rows_go_only_when_asked_and_never_because_of_half_a_file(
    quiz: Quiz, files: list[str], tmp_path: Path
) -> None:
    codes = [f"11XY{number:02}" for number in range(40)]
    schools = LOCATIONS.with_rows(*(location(code, f"School {code}", ALKMAAR) for code in codes))
    exams = PROFILES.with_rows(*(exam(code, "HAVO", "N&T") for code in codes))
    lists = [str(schools.put(tmp_path)), str(exams.put(tmp_path))]
    said(quiz, *IMPORT, "--apply", *lists)
    exams.with_rows(*exams.rows[:20]).put(tmp_path)
    assert "Is elk bestand heel?" in said(quiz, *IMPORT, *lists)
    refused = quiz(*IMPORT, "--apply", "--remove", *lists)
    assert refused.exit_code == 1
    assert "waarschijnlijk niet heel is" in refused.stderr
    exams.with_rows(*exams.rows[:38]).put(tmp_path)
    text = said(quiz, *IMPORT, *lists)
    assert "Niet meer in de bestanden (blijft staan; --remove haalt het weg): 2" in text
    done = said(quiz, *IMPORT, "--apply", "--remove", *lists)
    assert "Niet meer in de bestanden (gaat weg): 2" in done
    assert "Gedaan." in done
    assert "Niet meer in de bestanden" not in said(quiz, *IMPORT, *lists)


def test_a_long_file_shows_how_far_it_is(quiz: Quiz, files: list[str], tmp_path: Path) -> None:
    many = SECTORS.with_rows(*SECTORS.rows * 10_000)
    result = quiz(*IMPORT, str(many.put(tmp_path)), files[0])
    assert result.exit_code == 0, result.output
    assert "examenkandidaten-en-geslaagden-2022-2025.csv: 50 %" in result.stderr
