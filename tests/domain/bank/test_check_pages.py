"""Each rule of the longer texts and of the return words is proved by breaking it once."""

from pathlib import Path

import pytest

from quiz.domain.bank.check import check_content

from .conftest import Change


def test_a_page_that_is_hard_to_read_is_found(content: Path, change: Change) -> None:
    hard = "Multidisciplinaire productontwikkeling vereist communicatieve vaardigheden."
    change("worlds/nl.yaml", lambda worlds: worlds["voeding-natuur"].update(do=[hard]))
    (finding,) = check_content(content)
    assert finding.startswith("worlds/nl.yaml, voeding-natuur: reads at ")


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("nl", "Je bent een doener.", "je bent een"),
        ("en", "You are a doer.", "you are a"),
    ],
)
def test_a_text_that_says_what_a_pupil_is_is_found(
    content: Path, change: Change, language: str, text: str, phrase: str
) -> None:
    change(
        f"results/{language}.yaml",
        lambda results: results["tech_types"]["doener"].update(text=text),
    )
    place = f"results/{language}.yaml, tech_types"
    assert check_content(content) == [f"{place}: says {phrase!r}, a verdict; leave it out"]


def test_return_words_are_2048_different_short_plain_words(content: Path) -> None:
    path = content / "words/return_words.txt"
    words = path.read_text().splitlines()
    path.write_text("\n".join(["Zon", words[1], words[1], *words[3:], "negenlang"]))
    assert check_content(content) == [
        "words/return_words.txt, all: has 2049 words; make it 2048",
        "words/return_words.txt, line 1: 'Zon' must be 3 to 8 letters a-z; replace",
        "words/return_words.txt, line 3: 'aab' stands there twice; replace one",
        "words/return_words.txt, line 2049: 'negenlang' must be 3 to 8 letters a-z; replace",
    ]


def test_content_without_return_words_is_not_blamed_for_them(content: Path) -> None:
    (content / "words/return_words.txt").unlink()
    assert check_content(content) == []
