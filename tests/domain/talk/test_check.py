"""`quiz check` holds the guide to its own rules."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

from quiz.config import paths
from quiz.domain.bank.schema import COMPETENCES, BankError
from quiz.domain.talk.check import check_guide
from quiz.domain.talk.load import load_guide
from quiz.domain.talk.schema import PARTS

Content = dict[str, Any]
Edit = Callable[[Content], object]
PROMPT = "motive-always"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of our own content to break."""
    copytree(paths.QUESTIONS, tmp_path / "questions")
    return tmp_path / "questions"


def edit(folder: Path, change: Edit, name: str = "nl") -> list[str]:
    """Change one file of the guide; what is then found."""
    path = folder / "results" / "talk" / f"{name}.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    return check_guide(folder)


def words(folder: Path, name: str = "nl", prompt: str = PROMPT, **texts: str) -> list[str]:
    """Give one question other words; what is then found."""
    return edit(folder, lambda content: content["prompts"][prompt].update(texts), name)


def test_our_own_guide_is_in_order() -> None:
    assert check_guide() == []


def test_each_competence_has_much_to_choose_from() -> None:
    guide = load_guide("nl")
    assert set(guide.prompts) == set(PARTS)
    assert all(len(guide.prompts[competence]) >= 10 for competence in COMPETENCES)


def test_a_folder_without_a_guide_is_not_blamed_for_it(tmp_path: Path) -> None:
    assert check_guide(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("nl", "Vind je dat leuk?"),
        ("nl", "Je vond dit leuk. Wil je daar iets mee doen?"),
        ("nl", "Wat vind je leuk? Ben je daar ook mee bezig?"),
        ("nl", "Dit is toch leuk?"),
        ("en", "Do you like that?"),
        ("en", "Would you like to see it, or what else?"),
    ],
)
def test_a_question_for_yes_or_no_is_refused(folder: Path, name: str, ask: str) -> None:
    findings = words(folder, name, ask=ask)
    assert len(findings) == 1
    assert f"results/talk/{name}.yaml, {PROMPT}: " in findings[0]
    assert "can be answered with yes or no" in findings[0]


def test_a_question_that_asks_nothing_is_refused(folder: Path) -> None:
    assert "asks nothing" in words(folder, ask="Vertel eens iets over thuis.")[0]


def test_a_long_question_is_refused(folder: Path) -> None:
    assert "longer than" in words(folder, ask="Wat " + "doe je dan " * 12 + "graag?")[0]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nl", "Je bent een maker: “{value}” bij “{item}”."),
        ("nl", "Je koos “{value}” bij “{item}”. Dit past bij jou."),
        ("en", "You chose “{value}” for “{item}”. You should try it."),
    ],
)
def test_a_verdict_is_refused(folder: Path, name: str, why: str) -> None:
    findings = words(folder, name, why=why)
    assert len(findings) == 1
    assert "a verdict or a push" in findings[0]


def test_a_why_without_a_quote_is_refused(folder: Path) -> None:
    findings = words(folder, why="Dat is leuk om te weten.")
    assert "quotes no answer and no world" in findings[0]
    assert "the languages quote different things" in findings[1]


def test_a_blank_that_the_signal_does_not_know_is_refused(folder: Path) -> None:
    assert "fills in world; there is only item, value" in words(folder, ask="Wat is {world}?")[0]
    findings = edit(folder, lambda content: content["remarks"].update(flat="Het is {gek}."))
    assert findings[1] == (
        "results/talk/nl.yaml, remarks, flat: fills in gek; there is only nothing"
    )


def test_hard_words_are_refused(folder: Path) -> None:
    hard = "Verantwoordelijkheidsgevoel ontwikkelen via arbeidsmarktinformatie."
    findings = edit(folder, lambda content: content["how"].update({10: hard, 25: hard}))
    assert "how: reads at" in findings[0]


def test_a_part_needs_a_question_for_everybody(folder: Path) -> None:
    def change(content: Content) -> None:
        content["netwerken"]["network-also"] = "liked"

    findings = edit(folder, change, "guide")
    assert "netwerken: has no question that follows from 'also'" in findings[0]


def test_languages_that_notice_other_things_are_refused(folder: Path) -> None:
    text = "“{world}” is misschien anders."
    assert not edit(folder, lambda content: content["noticed"].update(look_changed=text))
    text = "Er is misschien iets anders."
    findings = edit(folder, lambda content: content["noticed"].update(look_changed=text))
    assert "the languages fill in different values" in findings[0]


@pytest.mark.parametrize(
    ("change", "name", "problem"),
    [
        (lambda content: content["prompts"].pop(PROMPT), "en", "lacks motive-always"),
        (lambda content: content["prompts"].update(x={}), "nl", "has x, which means nothing"),
        (lambda content: content["how"].pop(10), "nl", "about 10 and about 25 minutes"),
        (lambda content: content["motieven"].update({PROMPT: "nooit"}), "guide", "is not known"),
        (
            lambda content: content["netwerken"].update({PROMPT: "always"}),
            "guide",
            "stands there twice",
        ),
    ],
)
def test_a_guide_that_cannot_be_used_is_one_clear_line(
    folder: Path, change: Edit, name: str, problem: str
) -> None:
    findings = edit(folder, change, name)
    assert problem in findings[0]
    assert "\n" not in findings[0]
    with pytest.raises(BankError):
        load_guide("en" if name == "en" else "nl", folder)
