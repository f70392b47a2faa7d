"""Published answers as a judge of the engine, by a command that takes their path."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from tests.training.test_responses import invent


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


def test_a_file_without_the_questions_is_refused(tmp_path: Path, description: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("split,other\ntrain,1\n", "utf-8")
    done = run(str(file), str(description))
    assert done.exit_code == 1
    assert "needs a column `split`" in done.stderr
