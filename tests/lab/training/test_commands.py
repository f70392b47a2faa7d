"""`quiz train`, `quiz evaluate` and `quiz score`, as someone at a terminal meets them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quiz.cli import main
from quiz.config import paths
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture(scope="module")
def real_bank() -> Bank:
    return load_bank()


def test_train_writes_a_model_of_the_committed_bank(tmp_path: Path, real_bank: Bank) -> None:
    folder = tmp_path / "new" / "models"
    done = run("train", "--banks", "2", "--output", str(folder))
    assert done.exit_code == 0, done.output
    scorer = Scorer.load(folder / "worlds.json", real_bank)
    assert scorer.model_version in done.stdout
    assert [entry.name for entry in folder.iterdir()] == ["worlds.json"]


def test_evaluate_writes_figures_and_a_card(tmp_path: Path) -> None:
    done = run("evaluate", "--banks", "2", "--pupils", "20", "--output", str(tmp_path))
    assert done.exit_code == 0, done.output
    assert {entry.name for entry in tmp_path.iterdir()} == {
        "metrics.json",
        "card.md",
        "calibration.svg",
        "hit_rate.svg",
        "selection_bias.svg",
    }


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_wrong_options_are_refused_before_any_work(command: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("keep me")
    for wrong in (["--banks", "0"], ["--seed", "-1"], ["--output", str(file)]):
        done = run(command, *wrong)
        assert done.exit_code != 0
        assert "Traceback" not in done.output
    assert file.read_text() == "keep me"


def test_score_gives_the_probabilities_of_the_scorer(tmp_path: Path) -> None:
    scorer = Scorer.load()
    first, second, *_ = scorer.items
    file = tmp_path / "answers.csv"
    file.write_text(f"pupil,{second},{first}\nOtter,5,\nDas,1,5\n", "utf-8")
    done = run("score", str(file))
    assert done.exit_code == 0, done.output
    heading, otter, _ = done.stdout.splitlines()
    assert heading.split(",") == ["pupil", *scorer.worlds]
    expected = scorer.probabilities({second: 5}).values()
    assert [float(cell) for cell in otter.split(",")[1:]] == pytest.approx(list(expected), abs=1e-6)


def test_score_writes_a_file_whole(tmp_path: Path) -> None:
    name = next(iter(Scorer.load().items))
    file, target = tmp_path / "answers.csv", tmp_path / "out.csv"
    file.write_text(f"\ufeff{name}\n3\n\n4\n", "utf-8")
    done = run("score", str(file), "--output", str(target))
    assert done.exit_code == 0, done.output
    assert len(target.read_text("utf-8").splitlines()) == 3
    assert {entry.name for entry in tmp_path.iterdir()} == {"answers.csv", "out.csv"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"pupil,nergens\nOtter,3\n", "answers.csv: rij 1: de bovenste rij noemt geen kolom"),
        (b"pupil,NAME\nOtter,9\n", "answers.csv: rij 2, kolom"),
        (b"pupil,NAME\nOtter\n", "rij 2: deze rij heeft 1 vakken, de bovenste rij 2"),
        (b"", "answers.csv: dit bestand is leeg"),
        (b"pupil,NAME\n", "er staat geen leerling met antwoorden in"),
        (b"pupil;NAME\nOtter;\n;\n", "er staat geen leerling met antwoorden in"),
        (b"NAME\n\x81\n", "de tekens in dit bestand zijn niet te lezen"),
    ],
)
def test_a_wrong_file_gives_one_line_and_writes_nothing(
    tmp_path: Path, content: bytes, message: str
) -> None:
    name = next(iter(Scorer.load().items))
    file, target = tmp_path / "answers.csv", tmp_path / "out.csv"
    file.write_bytes(content.replace(b"NAME", name.encode()))
    done = run("score", str(file), "--output", str(target))
    assert done.exit_code == 1
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not target.exists()


def test_score_of_a_missing_file_or_model_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("score", str(tmp_path / "none.csv")).exit_code == 2
    file = tmp_path / "answers.csv"
    file.write_text("pupil,x\n")
    monkeypatch.setattr(paths, "MODELS", tmp_path)
    done = run("score", str(file))
    assert done.exit_code == 1
    assert "there is no model" in done.stderr
