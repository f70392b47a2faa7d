"""Each rule of the content is proved by breaking it once: one line says where and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.domain.bank.check import check_content

from .conftest import Change

MG, VN = "mens-gezondheid", "voeding-natuur"


def item(**fields: object) -> Callable[[Any], object]:
    """Change fields of the first question, brace-lopen."""
    return lambda bank: bank["items"][0].update(fields)


def loadings(**extra: float) -> Callable[[Any], object]:
    """Give the first question other loadings beside its own world (hyphens as underscores)."""
    named = {world.replace("_", "-"): weight for world, weight in extra.items()}
    return item(loadings={MG: 0.66, **named})


def wording(text: str, name: str = "brace-lopen") -> Callable[[Any], object]:
    """Change the words of one question."""
    return lambda texts: texts["items"].update({name: text})


def no_more_ideas(bank: Any) -> None:
    """Make every question of the first world that is about ideas one about things."""
    for entry in bank["items"]:
        if entry["world"] == MG and entry["facet"] == "ideas":
            entry["facet"] = "things"


def test_good_content_has_no_findings(content: Path) -> None:
    assert check_content(content) == []


BANK: list[tuple[Callable[[Any], object], str]] = [
    (item(status="retired"), f"bank.yaml, {MG}: has 7 live questions; make it 8"),
    (no_more_ideas, f"bank.yaml, {MG}: has no live question about ideas; write one"),
    (item(loadings={MG: 0.5}), "bank.yaml, brace-lopen: the first loading must be its own world"),
    (item(loadings={VN: 0.66}), "bank.yaml, brace-lopen: the first loading must be its own world"),
    (loadings(voeding_natuur=0.4), f"bank.yaml, brace-lopen: loading 0.4 on {VN}; choose from"),
    (loadings(voeding_natuur=0.05), f"bank.yaml, brace-lopen: loading 0.05 on {VN}; choose from"),
    (
        loadings(voeding_natuur=0.1, hitech_science=0.1, wonen_werken_verkeer=0.1),
        "bank.yaml, brace-lopen: has 3 other worlds; keep at most 2",
    ),
    (item(keying=-1), "bank.yaml, brace-lopen: keying is -1; ask for something"),
    (item(version=0), "bank.yaml, brace-lopen: version is 0, its name says 1; keep it as it was"),
    (item(version=2), "bank.yaml, brace-lopen: version is 2, its name says 1; keep it as it was"),
    (item(picture="ear"), "bank.yaml, hoortoestel: has the same picture as brace-lopen"),
]


@pytest.mark.parametrize(("edit", "expected"), BANK)
def test_a_question_that_breaks_the_balance_is_found(
    content: Path, change: Change, edit: Callable[[Any], object], expected: str
) -> None:
    change("bank.yaml", edit)
    (finding,) = check_content(content)
    assert finding.startswith(expected)


def test_a_tech_type_without_a_question_is_found(content: Path, change: Change) -> None:
    change("tech_type.yaml", lambda tech: tech["items"][0].update(type="doener"))
    assert check_content(content) == [
        "tech_type.yaml, vernieuwer: has 0 questions; make it one",
        "tech_type.yaml, doener: has 2 questions; make it one",
    ]


TAGS: list[tuple[str, Callable[[Any], object], str]] = [
    ("tags.yaml", lambda tags: tags["lab"]["items"].append("mars"), "tags.yaml, lab: mars is no q"),
    ("tags.yaml", lambda tags: tags["ruimte"]["items"].pop(), "reis-mars: has 0 tags; give it one"),
    ("tags.yaml", lambda tags: tags["precisie"].update(world=VN), f"no live question of {VN}; add"),
    (
        "tags.yaml",
        lambda tags: [tags[name]["items"].append("reis-mars") for name in ("lab", "robots")],
        "tags.yaml, reis-mars: has 3 tags; give it one or two",
    ),
    ("tags.yaml", lambda tags: tags.update(nieuw=tags["lab"]), "nl.yaml, tags, nieuw: has no text"),
    ("texts/en.yaml", lambda texts: texts["tags"].pop("lab"), "en.yaml, tags, lab: has no text"),
    ("texts/nl.yaml", lambda texts: texts["tags"].update(x="y"), "tags, x: belongs to nothing"),
]


@pytest.mark.parametrize(("file", "edit", "expected"), TAGS)
def test_a_tag_that_belongs_to_nothing_or_is_not_named_is_found(
    content: Path, change: Change, file: str, edit: Callable[[Any], object], expected: str
) -> None:
    change(file, edit)
    assert any(expected in finding for finding in check_content(content))


WORDING: list[tuple[str, str, str]] = [
    ("nl", "Een brace maken zodat iemand weer heel ver kan lopen zonder pijn", "has 12 words"),
    ("en", "Make a brace so that one of us can walk a bit once more", "has 14 words"),
    ("nl", "Een brace maken zodat iemand weer kan lopen.", "ends with .; leave it out"),
    ("nl", "een brace maken zodat iemand weer kan lopen", "does not start with a capital"),
    ("nl", "Een brace maken en weer verkopen", "joins two things"),
    ("en", "Make a brace & sell it", "joins two things"),
    ("en", "Make a brace and sell it", "joins two things"),
    ("nl", "Goed in braces maken zijn", "says 'goed in', which is about ability"),
    ("en", "Be good at making a brace", "says 'good at', which is about ability"),
    ("nl", "Een brace maken zodat een jongen weer kan lopen", "says 'jongen'; choose a word for"),
    ("en", "Make a brace so that she can walk", "says 'she'; choose a word for everyone"),
    ("nl", "Een enkelgewrichtsbrace maken die iemand echt goed past", "is too long to read"),
    ("nl", "Orthopedische apparatuur programmeren", "reads at"),
    ("en", "Develop orthopedic apparatus", "reads at"),
]


@pytest.mark.parametrize(("language", "text", "expected"), WORDING)
def test_a_question_that_is_not_plain_is_found(
    content: Path, change: Change, language: str, text: str, expected: str
) -> None:
    change(f"texts/{language}.yaml", wording(text))
    findings = check_content(content)
    assert all(found.startswith(f"texts/{language}.yaml, brace-lopen: ") for found in findings)
    assert any(expected in found for found in findings)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Een stevige brace maken zodat iemand kan lopen"),
        ("en", "Make a strong brace so that somebody can walk"),
    ],
)
def test_two_questions_that_ask_nearly_the_same_are_found(
    content: Path, change: Change, language: str, text: str
) -> None:
    change(f"texts/{language}.yaml", wording(text, "tand-maken"))
    (finding,) = check_content(content)
    assert finding.startswith(f"texts/{language}.yaml, tand-maken: asks nearly the same as brace")


def test_questions_that_are_too_hard_together_are_found(content: Path, change: Change) -> None:
    def harder(texts: Any) -> None:
        for name, text in texts["items"].items():
            texts["items"][name] = f"{text} controleren"

    change("texts/nl.yaml", harder)
    together = [found for found in check_content(content) if ", items: all together" in found]
    assert len(together) == 1


def test_a_text_that_is_missing_or_stray_is_found(content: Path, change: Change) -> None:
    change("texts/nl.yaml", lambda texts: texts["items"].pop("brace-lopen"))
    change("texts/en.yaml", lambda texts: texts["items"].update(kaas="Cut a cheese"))
    change("texts/en.yaml", lambda texts: texts["scale"].pop(0))
    change("texts/nl.yaml", lambda texts: texts["tech_type_items"].pop("handen-eerst"))
    change("worlds/nl.yaml", lambda worlds: worlds.pop(MG))
    change("results/en.yaml", lambda results: results["tech_types"].pop("doener"))
    assert check_content(content) == [
        "texts/nl.yaml, items, brace-lopen: has no text; write it",
        "texts/nl.yaml, tech_type_items, handen-eerst: has no text; write it",
        f"worlds/nl.yaml, {MG}: has no text; write it",
        "texts/en.yaml, scale, 0: has no text; write it",
        "texts/en.yaml, items, kaas: belongs to nothing; remove it or mend its name",
        "results/en.yaml, tech_types, doener: has no text; write it",
    ]


def test_the_two_languages_must_say_the_same_things(content: Path, change: Change) -> None:
    change("results/en.yaml", lambda results: results["messages"].update({"top.clear": "{name}"}))
    change("results/nl.yaml", lambda results: results["messages"].update({"top.close": "Twee."}))
    change("worlds/en.yaml", lambda worlds: worlds[VN]["make"].append("A garden."))
    change("worlds/nl.yaml", lambda worlds: worlds[VN]["jobs"]["wo"].append("ecoloog"))
    assert check_content(content) == [
        "results/en.yaml, messages, top.close: has no text; write it",
        "results, top.clear: nl and en fill in different values; use the same",
        f"worlds, {VN}, make: nl and en have 1 and 2 entries; say the same in both",
        f"worlds, {VN}, jobs wo: nl and en have 2 and 1 entries; say the same in both",
    ]


def test_a_file_that_cannot_be_read_is_one_finding_and_the_rest_is_still_checked(
    content: Path, change: Change
) -> None:
    (content / "bank.yaml").unlink()
    (content / "worlds/en.yaml").write_text("[")
    change("texts/nl.yaml", wording("Een brace maken."))
    findings = [finding.split(": ")[0] for finding in check_content(content)]
    assert findings == ["bank.yaml", "worlds/en.yaml", "texts/nl.yaml, brace-lopen"]
