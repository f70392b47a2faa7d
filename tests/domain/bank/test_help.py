"""Help as content: short, a question with its answer, the same in both languages."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

from quiz.config import paths
from quiz.domain.bank.help import PAGES, check_help, load_help


def test_our_own_help_is_in_order() -> None:
    assert check_help() == []
    assert all(set(load_help(language)) == set(PAGES) for language in ("nl", "en"))


def test_a_folder_without_help_is_not_blamed_for_it(tmp_path: Path) -> None:
    assert check_help(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda pages: pages.pop("talk"), "help/nl.yaml: lacks talk"),
        (lambda pages: pages["talk"][0].update(ask="Vraag niets."), "talk, 1: asks nothing"),
        (lambda pages: pages["talk"][0].update(answer="Ja. " * 60), "keep it within 200"),
        (lambda pages: pages.update(talk=pages["talk"] * 2), "talk: has 6 questions"),
        (lambda pages: pages["talk"].pop(), "the languages have other questions"),
    ],
)
def test_a_mistake_is_named_in_one_line(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], finding: str
) -> None:
    copytree(paths.QUESTIONS / "help", tmp_path / "help")
    path = tmp_path / "help" / "nl.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    (line,) = check_help(tmp_path)
    assert finding in line
