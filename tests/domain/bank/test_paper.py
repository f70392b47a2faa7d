"""The words of the sheets as content: whole, the same in both languages, plain, never a verdict."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

from quiz.config import paths
from quiz.domain.bank.check import check_content
from quiz.domain.bank.paper import check_paper, load_paper
from quiz.domain.bank.schema import COMPETENCES, BankError

Content = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of our own sheets to break."""
    copytree(paths.QUESTIONS / "paper", tmp_path / "paper")
    return tmp_path


def _change(folder: Path, change: Callable[[Content], object], language: str = "nl") -> None:
    path = folder / "paper" / f"{language}.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


def test_our_own_sheets_are_in_order() -> None:
    assert check_paper() == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_there_are_five_competences_each_with_an_open_question(language: str) -> None:
    competences = load_paper(language).competences
    assert len(competences) == len(COMPETENCES)
    assert all(each.question.endswith("?") for each in competences)


def test_a_folder_without_sheets_is_not_blamed_for_it(tmp_path: Path) -> None:
    assert check_paper(tmp_path) == []


def test_a_missing_word_is_a_finding_of_quiz_check(folder: Path) -> None:
    _change(folder, lambda content: content["dossier"]["words"]["goal"].pop("own"))
    assert "paper/nl.yaml, words, goal: lacks own; add it" in check_content(folder)


@pytest.mark.parametrize(
    "text", ["Gemaakt met {bank}.", "Met {bank} en {rekenmodel}.", "Met {bank"]
)
def test_words_with_other_blanks_are_refused(folder: Path, text: str) -> None:
    def change(content: Content) -> None:
        content["dossier"]["words"]["note"]["versions"] = text

    _change(folder, change)
    with pytest.raises(BankError, match=r"must fill in \{bank\}, \{model\}"):
        load_paper("nl", folder)


def test_a_blank_where_nothing_is_filled_in_is_refused(folder: Path) -> None:
    def change(content: Content) -> None:
        content["dossier"]["competences"]["motieven"]["question"] = "En {worlds}?"

    _change(folder, change)
    with pytest.raises(BankError, match="must fill in nothing"):
        load_paper("nl", folder)


def test_other_points_for_parents_in_the_other_language_are_a_finding(folder: Path) -> None:
    _change(folder, lambda content: content["parents"]["parts"]["talk"]["points"].pop())
    assert check_paper(folder) == [
        "paper: the languages have other points for parents; make them the same"
    ]


@pytest.mark.parametrize(
    ("language", "verdict"), [("nl", "Je bent een doener."), ("en", "You are a doer.")]
)
def test_a_verdict_is_a_finding(folder: Path, language: str, verdict: str) -> None:
    def change(content: Content) -> None:
        content["parents"]["lead"] = verdict

    _change(folder, change, language)
    (finding,) = check_paper(folder)
    assert "a verdict; leave it out" in finding


def test_hard_sentences_are_a_finding(folder: Path) -> None:
    def change(content: Content) -> None:
        hard = "Loopbaanoriëntatiebegeleidingsactiviteiten " * 20
        content["parents"]["lead"] = hard

    _change(folder, change)
    assert any("use shorter words" in finding for finding in check_paper(folder))
