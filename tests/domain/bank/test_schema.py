"""When a trained model still belongs to the questions, and when it does not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.domain.bank.load import load_bank

from .conftest import Change


def first(field: str, value: object) -> Callable[[Any], object]:
    """Change one field of the first question."""
    return lambda bank: bank["items"][0].update({field: value})


def test_the_same_questions_give_the_same_hash(content: Path) -> None:
    bank = load_bank(content)
    assert bank.hash == load_bank(content).hash
    assert len(bank.hash) == 64


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        ("bank.yaml", first("id", "andere-naam")),
        ("bank.yaml", first("version", 2)),
        ("bank.yaml", first("keying", -1)),
        ("bank.yaml", first("world", "voeding-natuur")),
        ("bank.yaml", lambda bank: bank["items"][0]["loadings"].update({"voeding-natuur": 0.2})),
        ("bank.yaml", lambda bank: bank["items"].reverse()),
        ("bank.yaml", lambda bank: bank["items"].pop()),
        ("worlds.yaml", lambda worlds: worlds.reverse()),
        ("scale.yaml", lambda scale: scale.update(values=[1, 2, 3, 4])),
        ("scale.yaml", lambda scale: scale.update(unknown=9)),
    ],
)
def test_a_change_that_the_model_depends_on_changes_the_hash(
    content: Path, change: Change, file: str, edit: Callable[[Any], object]
) -> None:
    before = load_bank(content).hash
    change(file, edit)
    assert load_bank(content).hash != before


@pytest.mark.parametrize(
    ("file", "edit"),
    [
        ("texts/nl.yaml", lambda texts: texts["items"].update({"brace-lopen": "Iets anders"})),
        ("bank.yaml", first("picture", "bone")),
        ("bank.yaml", first("author", "Een docent")),
        ("bank.yaml", first("status", "retired")),
        ("bank.yaml", first("facet", "ideas")),
        ("bank.yaml", lambda bank: bank.update(version=2)),
        ("tech_type.yaml", lambda tech: tech["items"].reverse()),
        ("tags.yaml", lambda tags: tags["robots"]["items"].pop()),
    ],
)
def test_wording_and_other_outsides_leave_the_hash_alone(
    content: Path, change: Change, file: str, edit: Callable[[Any], object]
) -> None:
    before = load_bank(content).hash
    change(file, edit)
    assert load_bank(content).hash == before


def test_a_question_that_is_no_longer_live_is_kept_but_not_asked(
    content: Path, change: Change
) -> None:
    change("bank.yaml", first("status", "retired"))
    bank = load_bank(content)
    assert "brace-lopen" in bank.items
    assert "brace-lopen" not in bank.live
    assert len(bank.live) == 55
