"""Files from a spreadsheet at the terminal: understood, or one line and nothing changed."""

import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from quiz.domain.catalogue.files.columns import EVENTS
from quiz.domain.scoring import Scorer
from tests.cli.conftest import Quiz
from tests.domain.catalogue.small import small_files, write_files
from tests.domain.spreadsheets.bad_files import BAD_FILES

KINDS = [
    *("nothing", "zeros", "a picture", "an old workbook", "gzip", "another table", "half UTF-16"),
    *("one endless cell", "a million columns", "entities", "far too large", "a document"),
]
MOST_MEMORY = 300  # MB for the whole process, the libraries included
WATCHED = """
import sys
from pathlib import Path
from quiz.cli import main
try:
    main(sys.argv[1:])
finally:
    about = Path("/proc/self/status").read_text()
    print("kB", about.partition("VmHWM:")[2].split()[0], file=sys.stderr)
"""


@pytest.fixture(scope="module")
def question() -> str:
    return next(iter(Scorer.load().items))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_score_refuses_what_is_no_table_in_one_line(
    quiz: Quiz, tmp_path: Path, question: str, kind: str, name: str
) -> None:
    make, says = BAD_FILES[kind]
    file, target = tmp_path / name, tmp_path / "out.csv"
    file.write_bytes(make(question))
    result = quiz("score", str(file), "--output", str(target))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert says in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert [path.name for path in tmp_path.glob("out*")] == []


@pytest.mark.usefixtures("upgraded")
@pytest.mark.parametrize("kind", KINDS)
def test_the_catalogue_refuses_what_is_no_table_and_stays(
    quiz: Quiz, tmp_path: Path, kind: str
) -> None:
    make, says = BAD_FILES[kind]
    write_files(tmp_path, small_files())
    (tmp_path / "events.csv").write_bytes(make(";".join(EVENTS.columns)))
    result = quiz("catalogue", "load", str(tmp_path))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    line, last = result.stderr.strip().splitlines()
    assert line.startswith("events.csv")
    assert says in line
    assert last.startswith("Error: 1 ding om te herstellen")
    assert "bestanden van dit product" in quiz("catalogue", "export", str(tmp_path / "o")).output


def test_a_file_without_end_takes_no_memory_of_the_machine(tmp_path: Path, question: str) -> None:
    file = tmp_path / "answers.csv"
    file.write_bytes(BAD_FILES["one endless cell"][0](question) * 10)
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "score", file], capture_output=True, text=True, check=False
    )
    line, memory = done.stderr.strip().splitlines()
    assert "veel te lang" in line
    assert int(memory.removeprefix("kB ")) < MOST_MEMORY * 1000


def test_score_reads_a_workbook_and_writes_what_a_dutch_excel_opens(
    quiz: Quiz, tmp_path: Path, question: str
) -> None:
    file, target = tmp_path / "klas.xlsx", tmp_path / "uit.csv"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["Leerling", "", question.upper()])
        page.write_row(1, 0, ["2E4", "", 4])
        page.write_row(2, 0, ["=1+1", "", ""])
        page.write_string(4, 0, "=1+1")
        page.write_number(4, 2, 1)
    result = quiz("score", str(file), "--output", str(target), "--excel")
    assert result.exit_code == 0, result.output
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfpupil;")
    heading, *rows = content.decode("utf-8-sig").split("\r\n")
    assert [row.split(";")[0] for row in rows] == ["'2E4", "'=1+1", ""]
    chances = [float(cell.replace(",", ".")) for cell in rows[0].split(";")[1:]]
    assert sum(chances) == pytest.approx(1, abs=1e-5)  # seven, each rounded to six places
    assert len(heading.split(";")) == 8
    plain = quiz("score", str(file))
    assert plain.stdout.splitlines()[1].startswith("2E4,0.")


def test_a_named_pupil_without_answers_is_told(quiz: Quiz, tmp_path: Path, question: str) -> None:
    file = tmp_path / "klas.csv"
    file.write_text(f"leerling;{question}\nOtter;4\nDas;\n;;\n;\n", "utf-8")
    result = quiz("score", str(file))
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == ["pupil", "Otter"]
    assert "1 rij met een naam en zonder antwoorden overgeslagen." in result.stderr


def test_one_workbook_is_a_catalogue(quiz: Quiz, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    assert "1 bestand geschreven" in quiz("catalogue", "export", "--xlsx", str(folder)).output
    for place in (folder, folder / "catalogus.xlsx"):
        assert "is in orde" in quiz("catalogue", "check", str(place)).output
    (folder / "events.csv").write_text("id\n")
    result = quiz("catalogue", "check", str(folder))
    assert result.exit_code == 1
    assert "events.csv en catalogus.xlsx: ze gaan over hetzelfde" in result.stderr
    result = quiz("catalogue", "check", str(folder / "events.csv"))
    assert "events.csv: dit is geen Excel-bestand (.xlsx). Geef de map" in result.stderr


def test_check_says_what_a_spreadsheet_had_changed(quiz: Quiz, tmp_path: Path) -> None:
    files = small_files()
    files["companies.csv"][0]["lat"] = "520388"
    files["events.csv"][0]["months"] = "9-nov"
    write_files(tmp_path, files)
    result = quiz("catalogue", "check", str(tmp_path))
    assert result.exit_code == 0
    assert "companies.csv, kolom lat: 1 keer veranderd" in result.stderr
    assert "zoals 520388 als 52.0388." in result.stderr
    assert "zoals 9-nov als 9-11." in result.stderr
