"""What is noticed in a pupil's own answers, each with an answer of theirs to quote."""

from quiz.domain.bank.schema import Item
from tests.domain.talk.conftest import Pupil

FIRST, LAST = "mens-gezondheid", "digitaal-media-entertainment"


def test_something_that_was_liked_in_a_world_on_top_is_quoted(pupil: Pupil) -> None:
    signals = pupil.but(lambda item: 5 if item.id == "ademhulp" else 3).signals()
    liked = {"item": "ademhulp", "value": 5, "world": FIRST}
    assert signals.found["liked"] == liked
    assert signals.found["always"] == {"item": "ademhulp", "value": 5}


def test_the_second_quote_comes_from_another_world(pupil: Pupil) -> None:
    signals = pupil.but(lambda item: 4 if item.world == FIRST else 3).signals()
    assert pupil.bank.items[str(signals.found["always"]["item"])].world == FIRST
    assert pupil.bank.items[str(signals.found["also"]["item"])].world != FIRST


def test_with_answers_in_one_world_alone_both_quotes_are_the_same(pupil: Pupil) -> None:
    found = pupil.but(told={"answers": {"ademhulp": 4}}).signals().found
    assert found["also"] == found["always"] == {"item": "ademhulp", "value": 4}


def test_a_top_answer_in_a_low_world_is_worth_a_question(pupil: Pupil) -> None:
    signals = pupil.but(lambda item: 5 if item.id == "game-level" else 3).signals()
    assert signals.found["liked_elsewhere"] == {"item": "game-level", "value": 5, "world": LAST}
    nice = pupil.but(lambda item: 4 if item.id == "game-level" else 3).signals()
    assert "liked_elsewhere" not in nice


def test_a_low_world_without_any_answer_is_passed_over(pupil: Pupil) -> None:
    signals = pupil.but(told={"answers": {"ademhulp": 5, "tand-maken": 1}}).signals()
    assert "liked_elsewhere" not in signals
    assert "low_world" not in signals


def test_a_low_answer_in_the_first_world_beside_a_liked_one(pupil: Pupil) -> None:
    tastes = {"ademhulp": 5, "tand-maken": 1}
    signals = pupil.but(lambda item: tastes.get(item.id, 3)).signals()
    assert signals.found["low_in_top"] == {"item": "tand-maken", "value": 1, "world": FIRST}
    assert "low_in_top" not in pupil.but(lambda item: 1 + 2 * (item.world != FIRST)).signals()
    assert "low_in_top" not in pupil.but(lambda item: 5 if item.world == FIRST else 3).signals()
    answers = {"game-level": 5, "film-lachen": 1}
    assert "low_in_top" not in pupil.but(told={"answers": answers}).signals()


def test_a_world_in_which_nothing_was_liked(pupil: Pupil) -> None:
    def taste(item: Item) -> int:
        return 5 if item.world == FIRST else 1 if item.world == LAST else 3

    found = pupil.but(taste).signals().found
    assert found["low_world"]["world"] == LAST
    assert found["low_world"]["value"] == 1
    assert "low_world" not in pupil.but(lambda _item: 2).signals()


def test_nothing_liked_and_much_liked(pupil: Pupil) -> None:
    first = next(iter(pupil.bank.items))
    assert pupil.signals().found["nothing_liked"] == {"item": first, "value": 3}
    likes_all = pupil.but(lambda _item: 4)
    much = likes_all.looks(outcome="broad").signals()
    assert much.found["much_liked"] == {"count": 56, "total": 56}
    assert "nothing_liked" not in much
    assert "much_liked" not in pupil.looks(outcome="broad").signals()
    assert "much_liked" not in likes_all.signals(), "with one world in front more of it is asked"


def test_many_unknown_things_are_a_reason_to_go_and_look(pupil: Pupil) -> None:
    def taste(item: Item) -> int:
        return 0 if item.world == LAST else 3

    found = pupil.but(taste).signals().found
    assert found["unknown"] == {"item": "app-vrienden", "count": 8}
    assert "unknown" not in pupil.but(lambda item: 0 if item.id == "ademhulp" else 3).signals()


def test_people_things_and_ideas_are_held_beside_each_other(pupil: Pupil) -> None:
    taste = {"things": 5, "people": 2, "ideas": 4}
    found = pupil.but(lambda item: taste[item.facet]).signals().found
    pair = found["things_over_people"]
    items = pupil.bank.items
    assert items[str(pair["item"])].facet == "things"
    assert items[str(pair["other"])].facet == "people"
    assert (pair["value"], pair["other_value"]) == (5, 2)
    assert "people_over_things" not in found
    assert "things_over_ideas" not in found, "nothing about ideas was disliked"


def test_a_few_answers_about_people_are_too_few_to_compare(pupil: Pupil) -> None:
    def taste(item: Item) -> int:
        return 5 if item.facet == "things" else 1 if item.id == "hoortoestel" else 0

    assert "things_over_people" not in pupil.but(taste).signals()


def test_how_a_pupil_approaches_technology_today(pupil: Pupil) -> None:
    answers = {"ademhulp": 4}
    kinds = list(pupil.bank.tech_items)

    def tech(*values: int) -> dict[str, object]:
        return {"answers": {**answers, **dict(zip(kinds, values, strict=True))}}

    found = pupil.but(told=tech(5, 3, 2, 2, 3)).signals().found
    assert found["tech"] == {
        "item": "nieuwste-snufje",
        "value": 5,
        "type": "vernieuwer",
    }
    assert "tech" in pupil.but(told=tech(4, 3, 2, 2, 4)).signals()
    assert "tech" not in pupil.but(told=tech(4, 4, 4, 2, 3)).signals()
    assert "tech" not in pupil.but(told=tech(3, 3, 2, 2, 3)).signals()


def test_an_answer_to_a_question_that_is_no_more_is_left_out(pupil: Pupil) -> None:
    found = pupil.but(told={"answers": {"weg-ermee": 5, "ademhulp": 2}}).signals().found
    assert found["always"] == {"item": "ademhulp", "value": 2}
