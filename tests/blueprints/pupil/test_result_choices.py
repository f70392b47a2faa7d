"""On the result: every world can win, the own choice, and ways of approaching technology."""

from collections.abc import Callable

import pytest

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank, Texts
from quiz.domain.bank.texts import load_texts
from tests.blueprints.pupil import result_reading as reading
from tests.visitor import Page, Visitor

WORLDS = load_bank().worlds
TYPES = load_bank().tech_types


@pytest.fixture
def content() -> Texts:
    """The Dutch words."""
    return load_texts("nl")


def _answer(visitor: Visitor, page: Page, choose: Callable[[str], str]) -> Page:
    """Answer each question of the page as `choose` says."""
    form = page.form
    return visitor.post(
        form.action, {**form.values, **{name: choose(name) for name in form.choices}}
    )


def _walk(visitor: Visitor, choose: Callable[[str], str], own_world: str = "onbekend") -> Page:
    page = visitor.begin()
    while "own_world" not in page.form.choices:
        page = _answer(visitor, page, choose)
    return visitor.submit(page, own_world=own_world)


def _lover_of(bank: Bank, world: str) -> Callable[[str], str]:
    """Answer "super" to the questions of one world, "niet zo" to all others."""

    def choose(question: str) -> str:
        item = bank.items.get(question)
        return "5" if item is not None and item.world == world else "2"

    return choose


@pytest.mark.parametrize("world", WORLDS)
def test_every_world_can_come_out_on_top_and_the_page_says_so_in_both_languages(
    visitor: Visitor, bank: Bank, world: str
) -> None:
    _walk(visitor, _lover_of(bank, world))
    for language in ("nl", "en"):
        content = load_texts(language)
        name = content.worlds[world].name
        page = visitor.get(f"/resultaat?taal={language}")
        assert reading.worlds_in_table(page)[0] == name
        assert content.results["outcome.clear"].format(worlds=name) in page.text
        first = reading.cards(page)[0]
        assert first.name == name
        assert len(first.reasons) == 3
        assert all(reason.endswith(content.scale[5]) for reason in first.reasons)
        assert reading.table_cells(page)[0][0] == content.results["interest.high"]


def test_what_a_pupil_finds_only_bearable_is_never_given_as_a_reason(
    visitor: Visitor, bank: Bank, content: Texts
) -> None:
    def choose(question: str) -> str:
        item = bank.items.get(question)
        return "3" if item is not None and item.world == "voeding-natuur" else "1"

    page = _walk(visitor, choose)
    assert reading.worlds_in_table(page)[0] == content.worlds["voeding-natuur"].name
    assert [card.reasons for card in reading.cards(page)] == [()]


@pytest.mark.parametrize(
    ("own", "key"),
    [
        ("hitech-science", "own.same"),
        ("onbekend", "own.unknown"),
    ],
)
def test_the_own_choice_stands_beside_what_the_answers_say(
    visitor: Visitor, bank: Bank, content: Texts, own: str, key: str
) -> None:
    page = _walk(visitor, _lover_of(bank, "hitech-science"), own)
    name = content.worlds[own].name if own in content.worlds else ""
    assert content.results[key].format(world=name) in page.text


def test_an_own_choice_that_the_answers_do_not_point_to_is_told_without_judging(
    visitor: Visitor, bank: Bank, content: Texts
) -> None:
    liked = {"hitech-science": "5", "wonen-werken-verkeer": "4", "voeding-natuur": "4"}

    def choose(question: str) -> str:
        item = bank.items.get(question)
        return liked.get(item.world, "1") if item is not None else "2"

    page = _walk(visitor, choose, "mens-gezondheid")
    name = content.worlds["mens-gezondheid"].name
    assert content.results["own.other"].format(world=name) in page.text


def _types(visitor: Visitor, bank: Bank, values: dict[str, str]) -> Page:
    """A result of somebody who answered the tech types so (by type, otherwise "gaat wel")."""
    return _walk(
        visitor,
        lambda question: values.get(bank.tech_items.get(question, ""), "3"),
    )


def _shown_types(page: Page, content: Texts) -> set[str]:
    return {kind for kind in TYPES if content.tech_types[kind].text in page.text}


@pytest.mark.parametrize("kind", TYPES)
def test_each_way_of_approaching_technology_can_be_shown_and_only_for_today(
    visitor: Visitor, bank: Bank, content: Texts, kind: str
) -> None:
    page = _types(visitor, bank, {kind: "5"})
    assert _shown_types(page, content) == {kind}
    assert content.tech_types[kind].text.startswith("Vandaag")


def test_two_equal_ways_are_shown_together(visitor: Visitor, bank: Bank, content: Texts) -> None:
    page = _types(visitor, bank, {TYPES[0]: "4", TYPES[3]: "4"})
    assert _shown_types(page, content) == {TYPES[0], TYPES[3]}


@pytest.mark.parametrize("count", [3, 4, 5])
def test_more_than_two_equal_ways_become_one_sentence(
    visitor: Visitor, bank: Bank, content: Texts, count: int
) -> None:
    page = _types(visitor, bank, dict.fromkeys(TYPES[:count], "5"))
    assert _shown_types(page, content) == set()
    assert content.results["tech.many"] in page.text


def test_no_way_is_shown_for_who_chose_none(visitor: Visitor, bank: Bank, content: Texts) -> None:
    page = _types(visitor, bank, {})
    assert _shown_types(page, content) == set()
    assert content.results["tech.none"] in page.text
