"""The stored model: what is written comes back, and what is off is refused by name."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.config import paths
from quiz.domain.bank.schema import Bank
from quiz.domain.scoring import Scorer, errors
from quiz.domain.scoring.artefact import read_model, write_model
from quiz.domain.scoring.errors import ModelError
from tests.domain.scoring.small import item, small_bank, small_model

BANK = small_bank()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "worlds.json"
    write_model(small_model(BANK), target)
    return target


def test_a_model_comes_back_as_it_was_written(path: Path) -> None:
    before, after = Scorer(small_model(BANK)), Scorer.load(path, BANK)
    answers = {"hout-0": 4, "metaal-1": 1, "stof-2": 3}
    assert after.model_version == before.model_version
    assert after.bank_hash == Scorer.load(str(path)).bank_hash == BANK.hash
    assert after.next_items(answers, 5) == before.next_items(answers, 5)
    chances = list(before.probabilities(answers).values())
    assert list(after.probabilities(answers).values()) == pytest.approx(chances, abs=1e-5)


def test_writing_it_again_gives_the_same_bytes_and_leaves_nothing_behind(path: Path) -> None:
    once = path.read_bytes()
    write_model(read_model(path), path)
    assert path.read_bytes() == once
    assert [entry.name for entry in path.parent.iterdir()] == ["worlds.json"]


def test_a_file_of_another_size_altogether_is_not_read(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + " " * 5_000_000, "utf-8")
    with pytest.raises(ModelError, match="larger than 4096 kB"):
        read_model(path)


def test_the_committed_model_is_of_the_committed_bank_and_small(bank: Bank) -> None:
    scorer = Scorer.load(bank=bank)
    assert scorer.model_version == Scorer.load().model_version
    assert scorer.model.provenance["real_pupils"] == 0
    assert (paths.MODELS / "worlds.json").stat().st_size < 50_000


def test_withdrawing_a_question_does_not_refuse_the_model(path: Path) -> None:
    items = {**BANK.items, "hout-0": item("hout-0", "hout", status="retired")}
    scorer = Scorer.load(path, replace(BANK, items=items))
    assert "hout-0" not in scorer.next_items({}, 99)
    assert "hout-0" in scorer.items


def test_a_model_of_a_bank_that_asks_something_else_is_refused(path: Path) -> None:
    fewer = {name: one for name, one in BANK.items.items() if name != "stof-3"}
    with pytest.raises(errors.UnknownItemsError, match="1 questions are not in the bank, 'stof-3'"):
        Scorer.load(path, replace(BANK, items=fewer))
    newer = {**BANK.items, "stof-3": item("stof-3", "stof", version=2)}
    with pytest.raises(errors.OtherBankError, match="was trained on bank"):
        Scorer.load(path, replace(BANK, items=newer))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, errors.ModelMissingError),
        (b"", errors.ModelBrokenError),
        (b'{"format": 1, "model"', errors.ModelBrokenError),
        (b"\xff\xfe\x00", errors.ModelBrokenError),
        (b"[" * 100_000, errors.ModelBrokenError),
        (b"[1, 2]", errors.ModelFieldError),
        (b'{"format": 2}', errors.ModelFormatError),
        (b"{}", errors.ModelFormatError),
        (b'{"format": 1, "checksum": "0"}', errors.ModelFieldError),
        (b'{"format": 1, "checksum": "0", "model": []}', errors.ModelFieldError),
    ],
)
def test_a_file_that_is_no_model_is_refused(
    tmp_path: Path, content: bytes | None, error: type[ModelError]
) -> None:
    target = tmp_path / "worlds.json"
    if content is not None:
        target.write_bytes(content)
    with pytest.raises(error) as caught:
        Scorer.load(target)
    assert "\n" not in str(caught.value)


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.ModelBrokenError):
        Scorer.load(tmp_path)


def put(*place: Any, value: object) -> Callable[[dict[str, Any]], None]:
    """Make a change of the model: what stands at the place becomes the value."""

    def change(model: dict[str, Any]) -> None:
        target: Any = model
        for step in place[:-1]:
            target = target[step]
        target[place[-1]] = value

    return change


def drop(*place: Any) -> Callable[[dict[str, Any]], None]:
    """Make a change of the model: what stands at the place goes."""

    def change(model: dict[str, Any]) -> None:
        target: Any = model
        for step in place[:-1]:
            target = target[step]
        del target[place[-1]]

    return change


TAMPERED = [
    (drop("prior"), errors.ModelFieldError, "prior is missing"),
    (drop("items", 0, "mean"), errors.ModelFieldError, "mean is missing"),
    (drop("rules", "close"), errors.ModelFieldError, "close is missing"),
    (put("items", value=[]), errors.ModelFieldError, "items must be a list that is not empty"),
    (put("items", value={"a": 1}), errors.ModelFieldError, "items must be a list"),
    (put("items", 0, value="hout"), errors.ModelFieldError, "items must hold named values"),
    (put("items", 1, "id", value="hout-0"), errors.ModelFieldError, "items holds a question twice"),
    (put("items", 0, "id", value=7), errors.ModelFieldError, "items must be text, not 7"),
    (put("items", 0, "world", value="mars"), errors.ModelFieldError, "the world 'mars'"),
    (put("rules", value=[]), errors.ModelFieldError, "rules must hold named values"),
    (put("rules", "close", value=[1.0]), errors.ModelShapeError, r"close has shape \(1,\)"),
    (put("bank_hash", value=""), errors.ModelFieldError, "bank_hash must be text"),
    (put("worlds", 0, value="metaal"), errors.ModelFieldError, "at least two different ids"),
    (put("values", 0, value=1.5), errors.ModelFieldError, "values must be a whole number, not 1.5"),
    (put("values", 0, value=True), errors.ModelFieldError, "values must be a whole number"),
    (put("values", value=[3, 2, 1]), errors.ModelFieldError, "from low to high"),
    (put("values", value=[3]), errors.ModelFieldError, "at least two numbers"),
    (put("unknown", value=3), errors.ModelFieldError, "unknown is 3"),
    (put("order", 0, value="nergens"), errors.UnknownItemsError, "'nergens'"),
    (put("order", 0, value="stof-3"), errors.ModelFieldError, "order holds a question twice"),
    (put("prior", value=[[1.0]]), errors.ModelShapeError, r"prior has shape \(1, 1\)"),
    (put("prior", 0, value=[1.0]), errors.ModelShapeError, "prior has rows of different lengths"),
    (put("items", 2, "loadings", value=[0.1] * 3), errors.ModelShapeError, "loadings has rows"),
    (put("coefficients", value=[[0.1] * 6] * 2), errors.ModelShapeError, "coefficients has shape"),
    (put("intercept", 0, value=float("nan")), errors.ModelNumberError, "intercept holds NaN"),
    (put("items", 0, "mean", value=float("inf")), errors.ModelNumberError, "mean holds NaN or an"),
    (put("items", 0, "mean", value="3"), errors.ModelFieldError, "mean must hold numbers only"),
    (put("items", 0, "mean", value=None), errors.ModelFieldError, "mean must hold numbers only"),
    (put("items", 0, "mean", value=10**400), errors.ModelFieldError, "mean must hold numbers only"),
    (put("items", 4, "unique", value=0.0), errors.UniqueVarianceError, "'metaal-0' is not above"),
    (put("items", 4, "unique", value=-1), errors.UniqueVarianceError, "'metaal-0' is not above"),
    (put("prior", 0, 1, value=0.5), errors.PriorError, "not symmetric"),
    (put("prior", 0, 0, value=-1.0), errors.PriorError, "not positive definite"),
    (put("coefficients", 0, 0, value=-3.0), errors.HeadError, "not monotone"),
    (put("items", 0, "mean", value=2.4), errors.ChecksumError, "changed after training"),
    (put("misfit", value={}), errors.ModelFieldError, "misfit must hold numbers only"),
    (put("misfit", value=[[7, 0.5]]), errors.ModelShapeError, "misfit has shape"),
    (put("misfit", value=[[7, 2.0, 0.5]]), errors.ModelFieldError, "each with low below high"),
    (put("misfit", value=[[7, 1, 2], [7, 1, 2]]), errors.ModelFieldError, "rising lengths"),
    (put("provenance", "seed", value=1), errors.ChecksumError, "changed after training"),
]


@pytest.mark.parametrize(("change", "error", "message"), TAMPERED, ids=[row[2] for row in TAMPERED])
def test_a_tampered_model_is_refused_by_what_is_wrong(
    path: Path,
    change: Callable[[dict[str, Any]], None],
    error: type[ModelError],
    message: str,
) -> None:
    document = json.loads(path.read_text("utf-8"))
    change(document["model"])
    path.write_text(json.dumps(document), "utf-8")
    with pytest.raises(error, match=message) as caught:
        Scorer.load(path, BANK)
    assert "\n" not in str(caught.value)
