"""What docs/privacy.md tells a school is what the code does, as far as a test can see it."""

import re
from pathlib import Path

import pytest

from quiz.app import SESSION_HOURS
from quiz.blueprints.accounts.devices import KNOWN_FOR
from quiz.storage.tables.base import Record
from quiz.usecases.class_pictures.rule import MINIMUM_PUPILS
from quiz.usecases.retention import KEPT_WITHOUT_CLASS, YEAR_ENDS
from quiz.usecases.sharing.agreed_steps import STEP_KINDS
from quiz.usecases.sharing.share import WAITING_TIME
from quiz.usecases.staff.links import INVITATION_LASTS, PASSWORD_LINK_LASTS

ROOT = Path(__file__).parents[2]
PAPER = (ROOT / "docs/privacy.md").read_text(encoding="utf-8")
KEPT = PAPER.partition("\n## 1. ")[2].partition("\nElsewhere:")[0]
CATALOGUE = {"catalogue_row", "catalogue_version"}


def test_every_table_is_told_and_no_other() -> None:
    told = {
        name
        for line in KEPT.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    assert told == set(Record.metadata.tables) - CATALOGUE
    assert "catalogue tables" in KEPT


@pytest.mark.parametrize(
    "term",
    [
        f"{KEPT_WITHOUT_CLASS.days} days after the last use",
        f"{SESSION_HOURS} hours after the last page",
        f"{KNOWN_FOR // 86400} days",
        f"without an answer: {WAITING_TIME.seconds // 60} minutes",
        f"works {INVITATION_LASTS.days} days (invitation)",
        f"{PASSWORD_LINK_LASTS.total_seconds() / 3600:.0f} hours (password)",
    ],
)
def test_its_terms_are_those_of_the_code(term: str) -> None:
    assert term in PAPER


def test_its_words_for_numbers_are_those_of_the_code() -> None:
    assert YEAR_ENDS == (8, 1), "the first of August"
    assert MINIMUM_PUPILS == 10, "class pictures of ten pupils or more"
    assert len(STEP_KINDS) == 7, "a list of seven"


def test_it_says_that_it_is_no_legal_advice() -> None:
    assert "**This is no legal advice.**" in PAPER
