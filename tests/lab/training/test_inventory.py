"""Published answers as a judge of the engine, by a command that takes their path."""

import gzip
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from tests.lab.training.test_responses import invent


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["inventory", *arguments])


@pytest.fixture
def description(tmp_path: Path) -> Path:
    _, items, _ = invent(3, 5, 1)
    path = tmp_path / "about.json"
    path.write_text(json.dumps({"levels": 5, "items": items}), "utf-8")
    return path


def test_agreement_grows_to_nearly_all(tmp_path: Path, description: Path) -> None:
    _, items, people = invent(3, 5, 160)
    lines = [",".join(["split", *items])]
    for number, person in enumerate(people):
        split = "train" if number < 100 else "test"
        lines.append(",".join([split, *(str(value) for value in person.values())]))
    file = tmp_path / "answers.csv.gz"
    file.write_bytes(gzip.compress("\n".join(lines).encode()))
    done = run(str(file), str(description))
    assert done.exit_code == 0, done.output
    rows = [line.split() for line in done.stdout.splitlines()[1:]]
    assert [row[0] for row in rows] == ["7", "10", "14", "15"]
    assert float(rows[0][1]) < float(rows[-1][1])
    assert float(rows[-1][1]) > 0.9
    halves = run(str(file), str(description), "--halves").stdout.splitlines()
    assert halves[0].split() == ["questions", "form", "interest"]
    assert float(halves[1].split()[2]) == pytest.approx(1.099, abs=0.001)  # nothing known yet
    assert float(halves[-1].split()[2]) < 0.9


def test_a_file_without_the_questions_is_refused(tmp_path: Path, description: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("split,other\ntrain,1\n", "utf-8")
    done = run(str(file), str(description))
    assert done.exit_code == 1
    assert "needs a column `split`" in done.stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (lambda: gzip.compress(b"\0" * 50_000_000), "dit is geen tekst"),
        (lambda: gzip.compress(b"a," * 50_000_000), "noemt geen kolom die we kennen"),
        (lambda: gzip.compress(b"split,Q" + b"," * 50_000_000), "een regel is veel te lang"),
        (
            lambda: gzip.compress(b"split,Q\n" + b'"' + b"a\n" * 25_000_000),
            "een vak is veel te lang",
        ),
        (lambda: gzip.compress(b"split,Q\ntrain,1\n")[:-12], "dit ingepakte bestand is stuk"),
        (lambda: b"\x1f\x8b\x08 not gzip at all", "dit ingepakte bestand is stuk"),
        (lambda: b"split,Q\ntrain,veel\n", "row 2, column Q: 'veel' is not an answer"),
        (lambda: b"split;Q\ntrain;3;4\n", "row 2: deze rij heeft 3 vakken"),
        (lambda: b"", "dit bestand is leeg"),
    ],
    ids=[
        "zeros",
        "wide",
        "wide table",
        "long cell",
        "cut off",
        "no gzip",
        "word",
        "too many",
        "empty",
    ],
)
def test_a_bad_file_takes_little_memory_and_gives_one_line(
    tmp_path: Path, content: Callable[[], bytes], says: str
) -> None:
    file, about = tmp_path / "answers.csv.gz", tmp_path / "about.json"
    file.write_bytes(content())
    about.write_text(json.dumps({"levels": 5, "items": {"Q": "A"}}), "utf-8")
    run("--help")  # so that what is imported does not count
    tracemalloc.start()
    done = run(str(file), str(about))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert done.exit_code == 1
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert peak < 40_000_000


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[",
        "[" * 100_000,
        "{}",
        '{"levels": 5}',
        '{"levels": "x", "items": {"Q": "A"}}',
        '{"levels": 1000000000, "items": {"Q": "A"}}',
        '{"levels": 5, "items": {"Q": []}}',
        '{"levels": 5, "items": ["Q"]}',
        "x" * 2_000_000,
        "\0\0",
        "NaN",
    ],
    ids=lambda content: content[:12],
)
def test_a_bad_description_gives_one_line(tmp_path: Path, content: str) -> None:
    file, about = tmp_path / "answers.csv", tmp_path / "about.json"
    file.write_text("split,Q\ntrain,1\n", "utf-8")
    about.write_text(content, "utf-8")
    done = run(str(file), str(about))
    assert done.exit_code == 1
    assert "about.json: needs JSON with" in done.stderr
