"""Each rule of the questions that zoom in on a world is proved by breaking it once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.domain.bank.check import check_content

from .conftest import Change

MG, VN = "mens-gezondheid", "voeding-natuur"


def zoom(name: str, **fields: object) -> Callable[[Any], object]:
    """Change fields of a question that zooms in."""
    return lambda file: next(each for each in file["items"] if each["id"] == name).update(fields)


def without(world: str, *kept: str) -> Callable[[Any], object]:
    """Retire the questions that zoom in on a world, except some."""

    def retire(file: Any) -> None:
        for each in file["items"]:
            if each["world"] == world and each["id"] not in kept:
                each["status"] = "retired"

    return retire


ZOOM: list[tuple[str, Callable[[Any], object], str]] = [
    ("zoom.yaml", without(MG, "slaap-scherm"), f"zoom.yaml, {MG}: has 1 live questions; make it 4"),
    ("zoom.yaml", without(MG, "slaap-scherm"), "zoom.yaml, zorg: no live question asks about it"),
    (
        "zoom.yaml",
        zoom("lens-camera", status="retired"),
        "zoom.yaml, precisie: has one question with those of the bank; write one more",
    ),
    ("zoom.yaml", zoom("oefenen-lopen", tag="lab"), "oefenen-lopen: lab is of another world"),
    ("zoom.yaml", zoom("vogels-tellen", tag="telen"), f"zoom.yaml, {VN}: asks about telen twice"),
    ("zoom.yaml", zoom("slaap-scherm", picture="ear"), "slaap-scherm: another question has the s"),
    ("zoom.yaml", zoom("slaap-scherm", version=0), "slaap-scherm: version is 0; versions start"),
    ("texts/en.yaml", lambda texts: texts["zoom_items"].pop("lek-vinden"), "lek-vinden: has no te"),
    (
        "texts/nl.yaml",
        lambda texts: texts["zoom_items"].update({"lek-vinden": "Een brace maken en lassen"}),
        "texts/nl.yaml, lek-vinden: joins two things",
    ),
    (
        "texts/nl.yaml",
        lambda texts: texts["zoom_items"].update({"lek-vinden": texts["items"]["brace-lopen"]}),
        "texts/nl.yaml, lek-vinden: asks nearly the same as brace-lopen",
    ),
]


@pytest.mark.parametrize(("file", "edit", "expected"), ZOOM)
def test_a_question_that_zooms_in_keeps_the_rules_of_all_questions_and_a_few_of_its_own(
    content: Path, change: Change, file: str, edit: Callable[[Any], object], expected: str
) -> None:
    if expected.startswith("zoom.yaml, precisie"):  # its only question of the bank goes as well
        change("tags.yaml", lambda tags: tags["precisie"].update(items=["reis-mars"]))
        change("bank.yaml", lambda bank: retire(bank, "reis-mars"))
    change(file, edit)
    assert any(expected in finding for finding in check_content(content))


def retire(bank: Any, name: str) -> None:
    """Take a question of the bank out of use."""
    next(each for each in bank["items"] if each["id"] == name).update(status="retired")
