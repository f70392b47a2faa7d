"""A broken, foreign or changed model never stops the app: the plain sum takes over and says so."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from quiz.config import paths
from tests.domain.scoring.test_artefact import TAMPERED
from tests.own_app import MakeApp
from tests.visitor import Visitor

OF_THE_PRODUCT = paths.MODELS
FILES: list[tuple[str, bytes | None]] = [
    ("missing", None),
    ("empty", b""),
    ("half", b'{"format": 1, "model"'),
    ("bytes", bytes(range(256))),
    ("other JSON", b"[1, 2]"),
    ("another format", b'{"format": 9}'),
    ("deep", b"[" * 100_000),
]


@pytest.fixture(autouse=True)
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An app finds its model in the folder of the test."""
    monkeypatch.setattr(paths, "MODELS", tmp_path)


def is_degraded(app: Flask) -> bool:
    answer = app.test_client().get("/healthz")
    return answer.status_code == 200 and answer.get_json()["status"] == "degraded"


@pytest.mark.parametrize(("name", "content"), FILES, ids=[name for name, _ in FILES])
def test_a_file_that_is_no_model_leaves_the_app_running(
    make_app: MakeApp, tmp_path: Path, name: str, content: bytes | None
) -> None:
    del name
    if content is not None:
        (tmp_path / "worlds.json").write_bytes(content)
    assert is_degraded(make_app())


@pytest.mark.parametrize("change", [case[0] for case in TAMPERED])
def test_a_tampered_model_leaves_the_app_running(
    make_app: MakeApp, tmp_path: Path, change: Any
) -> None:
    document = json.loads((OF_THE_PRODUCT / "worlds.json").read_text("utf-8"))
    model = document["model"]
    names = {"hout-0": model["items"][0]["id"], "stof-3": model["order"][1]}
    change(model)
    text = json.dumps(document)
    for small, real in names.items():
        text = text.replace(f'"{small}"', f'"{real}"')
    (tmp_path / "worlds.json").write_text(text, "utf-8")
    assert is_degraded(make_app())


def test_the_model_of_another_bank_is_refused_and_the_result_says_that_it_is_coarser(
    make_app: MakeApp, tmp_path: Path
) -> None:
    shutil.copy(OF_THE_PRODUCT / "worlds.json", tmp_path / "worlds.json")
    text = (tmp_path / "worlds.json").read_text("utf-8")
    own = json.loads(text)["model"]["bank_hash"]
    (tmp_path / "worlds.json").write_text(text.replace(own, "0" * 64), "utf-8")
    app = make_app()
    assert is_degraded(app)
    visitor = Visitor(app)
    page = visitor.get("/start")
    while page.path != "/resultaat":
        page = visitor.submit_randomly(page)
    assert "eenvoudige optelsom" in page.text


def test_the_committed_model_is_well(make_app: MakeApp, tmp_path: Path) -> None:
    shutil.copy(OF_THE_PRODUCT / "worlds.json", tmp_path / "worlds.json")
    answer = make_app().test_client().get("/healthz").get_json()
    assert (answer["status"], answer["model"]) == ("ok", "ok")
