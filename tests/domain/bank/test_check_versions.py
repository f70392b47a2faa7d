"""An answer is stored under the name of its question, so a name keeps its words and its picture."""

from pathlib import Path
from typing import Any

from quiz.domain.bank.check import check_content

from .conftest import Change


def test_an_earlier_version_stays_and_is_not_asked(content: Path, change: Change) -> None:
    change("bank.yaml", lambda bank: _former(bank, "robotarm").update(status="live"))
    both = "bank.yaml, robotarm: is asked beside robotarm-2; put one of them on retired"
    assert both in check_content(content)
    change("bank.yaml", lambda bank: bank["items"].remove(_former(bank, "robotarm")))
    gone = "bank.yaml, robotarm-2: robotarm is gone; put it back for earlier answers"
    assert gone in check_content(content)


def _former(bank: Any, name: str) -> Any:
    return next(entry for entry in bank["items"] if entry["id"] == name)


def test_a_picture_of_a_tech_type_question_is_of_that_question_alone(
    content: Path, change: Change
) -> None:
    change("tech_type.yaml", lambda tech: tech["items"][0].update(picture="hammer"))
    assert check_content(content) == [
        "tech_type.yaml, handen-eerst: has the same picture as nieuwste-snufje; choose another"
    ]
