"""`quiz catalogue`: load, and load again, and write out what the database holds."""

from pathlib import Path

import pytest

from quiz.config import paths
from tests.cli.conftest import Quiz, complaint
from tests.domain.catalogue.small import small_files, write_files
from tests.real import real_catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small catalogue, in order."""
    folder = tmp_path / "files"
    folder.mkdir()
    write_files(folder, small_files())
    return folder


def said(quiz: Quiz, *words: str) -> str:
    result = quiz(*words)
    assert result.exit_code == 0, result.output
    return result.output


def test_load_says_what_it_did_and_a_second_time_that_nothing_changed(quiz: Quiz) -> None:
    said(quiz, "db", "upgrade")
    rows = sum(map(len, real_catalogue().rows.values()))
    assert f"Rijen: {rows} nieuw." in said(quiz, "catalogue", "load")
    assert "Rijen: niets veranderd." in said(quiz, "catalogue", "load")


def test_without_tables_load_says_what_to_do_first(quiz: Quiz, folder: Path) -> None:
    assert "doe eerst `quiz db upgrade`" in complaint(quiz("catalogue", "load", str(folder)))


def test_wrong_files_are_refused_line_by_line_and_nothing_is_loaded(
    quiz: Quiz, folder: Path, tmp_path: Path
) -> None:
    said(quiz, "db", "upgrade")
    files = small_files()
    files["events.csv"][0]["months"] = "lente"
    files["events.csv"][1]["kind"] = "musem"
    write_files(folder, files)
    result = quiz("catalogue", "load", str(folder))
    assert result.exit_code == 1
    one, other, last = result.stderr.strip().splitlines()
    assert one.startswith("events.csv, rij 2, kolom months: ")
    assert other.endswith("Bedoel je 'museum'?")
    assert last.startswith("Error: 2 dingen om te herstellen in ")
    assert "uit de bestanden van dit product" in said(
        quiz, "catalogue", "export", str(tmp_path / "out")
    )


@pytest.mark.parametrize("command", ["check", "load"])
def test_signs_that_paper_cannot_print_are_told_and_refuse_nothing(
    quiz: Quiz, folder: Path, command: str
) -> None:
    said(quiz, "db", "upgrade")
    files = small_files()
    files["companies.csv"][0]["name"] = "Bakkerij 中文 🚀"
    files["events.csv"][1]["name"] = "Ελλάδα, مدرسة, ２Ｂ, ★"
    files["places.csv"] += [{**files["places.csv"][0], "place": f"日{n}"} for n in range(30)]
    write_files(folder, files)
    result = quiz("catalogue", command, str(folder))
    assert result.exit_code == 0
    *places, more, company = result.stderr.splitlines()
    assert company == (
        "companies.csv, rij 2, kolom name: op papier komt hier □ voor in de plaats: "
        "中 (U+4E2D), 文 (U+6587). Schrijf het anders, als dat kan."
    )
    assert more == "places.csv: en zo nog meer rijen."
    assert len(places) == 20


def test_export_comes_from_the_database_as_soon_as_it_holds_a_catalogue(
    quiz: Quiz, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert "dit product" in said(quiz, "catalogue", "export", str(tmp_path / "before"))
    assert not (tmp_path / "data" / "quiz.sqlite3").exists(), "looking makes no database"
    said(quiz, "db", "upgrade")
    said(quiz, "catalogue", "load", str(folder))
    assert "uit de database" in said(quiz, "catalogue", "export", str(out))
    for file in out.iterdir():
        assert file.read_bytes() == (folder / file.name).read_bytes()


def test_rows_that_left_the_files_are_named_and_go_only_when_asked(
    quiz: Quiz, folder: Path
) -> None:
    said(quiz, "db", "upgrade")
    said(quiz, "catalogue", "load", str(folder))
    files = small_files()
    files["events.csv"].pop()
    write_files(folder, files)
    assert "1 niet meer in de bestanden" in said(quiz, "catalogue", "load", str(folder))
    assert "1 weggehaald" in said(quiz, "catalogue", "load", "--remove", str(folder))


def test_without_settings_export_gives_the_files_of_this_product(
    quiz: Quiz, environment: dict[str, str], tmp_path: Path
) -> None:
    environment.clear()
    said(quiz, "catalogue", "export", str(tmp_path / "out"))
    for file in (tmp_path / "out").iterdir():
        assert file.read_bytes() == (paths.CATALOGUE_SEED / file.name).read_bytes()


def test_the_demonstration_loads_the_catalogue(
    quiz: Quiz, environment: dict[str, str], tmp_path: Path
) -> None:
    said(quiz, "demo", "--prepare", "--empty")
    assert "uit de database" in said(quiz, "catalogue", "export", str(tmp_path / "out"))


def test_files_of_before_are_for_the_page_of_reach(quiz: Quiz, tmp_path: Path) -> None:
    assert "--reach" in complaint(quiz("catalogue", "evaluate", "--before", str(tmp_path)))
