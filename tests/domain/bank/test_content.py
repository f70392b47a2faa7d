"""What the real questions promise to pupils and reviewers."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from quiz.config import paths
from quiz.domain.bank.check import check_content
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import FACETS, LANGUAGES, Bank
from quiz.domain.bank.texts import load_texts

_HEADING = re.compile(r"  # ([a-z-]+)")
_TEXT = re.compile(r"  ([a-z0-9-]+): ")


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load_bank()


def test_the_content_is_in_order() -> None:
    assert check_content() == []


def test_there_are_56_questions_and_8_in_every_world(bank: Bank) -> None:
    assert len(bank.live) == 56
    assert set(Counter(bank.items[name].world for name in bank.live).values()) == {8}


def test_every_world_asks_about_people_things_and_ideas_in_about_equal_numbers(bank: Bank) -> None:
    asked = Counter((bank.items[name].world, bank.items[name].facet) for name in bank.live)
    assert all(2 <= asked[world, facet] <= 3 for world in bank.worlds for facet in FACETS)


def test_no_world_is_pulled_far_more_than_another_by_questions_of_other_worlds(bank: Bank) -> None:
    pull = dict.fromkeys(bank.worlds, 0.0)
    for item in bank.only_live().items.values():
        for world, weight in item.loadings.items():
            pull[world] += weight if world != item.world else 0
    assert max(pull.values()) - min(pull.values()) <= 0.3


def _sections(path: Path) -> list[tuple[str, str]]:
    """Pair every question text of a file with the world whose heading stands above it."""
    pairs, world = [], ""
    for line in path.read_text("utf-8").split("items:\n")[1].splitlines():
        if heading := _HEADING.match(line):
            world = heading[1]
        elif text := _TEXT.match(line):
            pairs.append((text[1], world))
    return pairs


@pytest.mark.parametrize("language", LANGUAGES)
def test_super_on_the_questions_under_one_world_puts_that_world_first(
    bank: Bank, language: str
) -> None:
    sections = _sections(paths.QUESTIONS / f"texts/{language}.yaml")
    assert [name for name, _ in sections] == list(bank.items)
    for world in bank.worlds:
        interest = dict.fromkeys(bank.worlds, 0.0)
        for name, heading in sections:
            item, value = bank.items[name], 5 if heading == world else 3
            for loaded, weight in item.loadings.items():
                interest[loaded] += weight * item.keying * (value - 3)
        first, second, *_ = sorted(bank.worlds, key=interest.__getitem__, reverse=True)
        assert first == world
        assert interest[first] > 2 * interest[second]


def test_the_two_languages_keep_the_same_order_so_that_a_reviewer_can_lay_them_side_by_side(
    bank: Bank,
) -> None:
    nl, en = (load_texts(language) for language in LANGUAGES)
    assert list(nl.items) == list(en.items) == list(bank.items)
    assert list(nl.tech_items) == list(en.tech_items) == list(bank.every_tech_item)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_scale_fit_five_next_to_each_other_on_a_phone(language: str) -> None:
    scale = load_texts(language).scale
    assert all(len(scale[value]) <= 10 for value in (1, 2, 3, 4, 5))


def test_answers_go_up_and_not_knowing_is_apart(bank: Bank) -> None:
    assert all(low < high for low, high in pairwise(bank.values))
    assert (bank.values, bank.unknown) == ((1, 2, 3, 4, 5), 0)


def test_there_is_one_tech_type_question_for_each_of_five_types(bank: Bank) -> None:
    assert tuple(bank.tech_items.values()) == bank.tech_types
    assert len(bank.tech_types) == 5
