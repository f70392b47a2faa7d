"""The lesson as content: plans that take as long as they say, the same in both languages."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from quiz.config import paths
from quiz.domain.bank.lesson import TALK, check_lessons, load_lesson
from quiz.domain.bank.schema import BankError

Change = Callable[[dict[str, object]], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of our own lesson to break."""
    copytree(paths.QUESTIONS / "lesson", tmp_path / "lesson")
    return tmp_path


def _change(folder: Path, change: Change, language: str = "nl") -> None:
    path = folder / "lesson" / f"{language}.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def test_our_own_lesson_is_in_order() -> None:
    assert check_lessons() == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_there_is_a_lesson_of_fifty_and_one_of_twenty_five_minutes(language: str) -> None:
    lesson = load_lesson(language)
    assert set(lesson.plans) == {50, 25}
    assert set(lesson.talk) == set(TALK)
    for minutes, plan in lesson.plans.items():
        assert sum(step.minutes for step in plan.steps["during"]) == minutes


def test_a_folder_without_a_lesson_is_not_blamed_for_it(tmp_path: Path) -> None:
    assert check_lessons(tmp_path) == []


def test_a_lesson_that_takes_longer_than_it_says_is_a_finding(folder: Path) -> None:
    def change(content: dict[str, object]) -> None:
        content["plans"][0]["minutes"] = 45  # type: ignore[index]

    _change(folder, change)
    assert check_lessons(folder)[0].startswith("lesson/nl.yaml, plans, 45: its steps take 50")


def test_a_missing_talk_question_is_a_finding(folder: Path) -> None:
    _change(folder, lambda content: content["talk"].pop("below"))  # type: ignore[attr-defined]
    assert "lacks below" in check_lessons(folder)[0]


@pytest.mark.parametrize("key", ["top", "always"])
def test_a_talk_question_with_the_wrong_blanks_is_a_finding(folder: Path, key: str) -> None:
    _change(folder, lambda content: content["talk"].update({key: "Wat {nu}?"}))  # type: ignore[attr-defined]
    assert f"{key}: must fill in" in check_lessons(folder)[0]


def test_languages_with_other_steps_are_a_finding(folder: Path) -> None:
    def change(content: dict[str, object]) -> None:
        content["plans"][0]["after"].pop()  # type: ignore[index]

    _change(folder, change, "en")
    assert check_lessons(folder) == [
        "lesson: the languages have other plans or steps; make them the same"
    ]


def test_a_lesson_that_cannot_be_read_is_one_clear_line(folder: Path) -> None:
    (folder / "lesson" / "nl.yaml").unlink()
    with pytest.raises(BankError, match=r"lesson/nl\.yaml: cannot be read"):
        load_lesson("nl", folder)
