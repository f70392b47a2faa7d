"""Whatever the answers say, order and words agree: on the page, on paper and in the talk."""

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.texts import load_texts
from quiz.domain.scoring.certainty import (
    DOUBTS,
    EIGHT_IN_TEN,
    doubt,
    holds,
    places,
    pull,
    stands_out,
)
from quiz.domain.scoring.model import Rules
from quiz.domain.scoring.outcome import equal_first, judge
from quiz.domain.scoring.profile import Profile
from quiz.domain.talk.signals import TalkInput, read_signals
from quiz.results import worlds as shown
from quiz.results.earned import earned_worlds
from quiz.usecases.attempts.finish import FrozenResult

BANK = load_bank()
WORDS = load_texts("nl").results
PULLS = ("high", "middle", "low")


@st.composite
def posteriors(draw: st.DrawFn) -> Profile:
    """Any posterior: probabilities, interests and doubts that need not agree with each other."""
    share = st.floats(0.001, 1)
    weights = draw(st.lists(share, min_size=7, max_size=7))
    chances = sorted((weight / sum(weights) for weight in weights), reverse=True)
    worlds = tuple(draw(st.permutations(BANK.worlds)))
    numbers = st.lists(st.floats(-3, 3), min_size=7, max_size=7)
    spreads = st.lists(st.floats(0.05, 1.2), min_size=7, max_size=7)
    outcome = judge(chances, Rules())
    return Profile(
        worlds=worlds,
        probabilities=dict(zip(worlds, chances, strict=True)),
        interest=dict(zip(worlds, draw(numbers), strict=True)),
        uncertainty=dict(zip(worlds, draw(spreads), strict=True)),
        outcome=outcome,
        top=equal_first(worlds, outcome),
        answered=28,
        remarks=tuple(draw(st.sampled_from([(), (), ("fast",), ("all_equal",), ("flat",)]))),
        fallback=draw(st.booleans()),
    )


LIKED = st.sets(st.sampled_from(BANK.worlds))


def result(profile: Profile, liked: set[str]) -> FrozenResult:
    reasons = {
        world: ((f"{world}-1", 5),) if world in liked else () for world in profile.shown_worlds
    }
    return FrozenResult(
        1, 28, profile, reasons, profile.fallback, datetime(2026, 11, 27, tzinfo=UTC), (2, "")
    )


@given(posteriors(), LIKED)
def test_a_world_that_comes_before_never_has_a_weaker_word(
    profile: Profile, liked: set[str]
) -> None:
    earned = earned_worlds(profile, result(profile, liked))
    rows = shown.rows(profile, load_texts("nl"), earned.front)
    if profile.flat:
        assert {(row.rank, row.interest, row.on_top, row.size) for row in rows} == {
            (0, WORDS["interest.unknown"], False, 0.5)
        }
        assert earned.all == ()
        return
    strength = [[WORDS[f"interest.{each}"] for each in PULLS].index(row.interest) for row in rows]
    assert strength == sorted(strength)
    assert [row.rank for row in rows] == list(range(1, 8))
    assert all(one.size >= other.size - 1e-9 for one, other in pairwise(rows))
    assert [row.id for row in rows if row.on_top] == [rows[k].id for k in range(len(earned.front))]
    assert {row.id for row in rows if row.on_top} == set(earned.front)


@given(posteriors(), LIKED)
def test_only_a_world_likelier_than_all_others_together_is_said_to_stand_out(
    profile: Profile, liked: set[str]
) -> None:
    earned = earned_worlds(profile, result(profile, liked))
    if profile.flat:
        assert not stands_out(profile)
        return
    said = shown.leads(profile, earned)
    assert (said == "clear") == stands_out(profile)
    assert said != "clear" or profile.probabilities[profile.worlds[0]] >= 0.5
    assert said != "clear" or earned.front == profile.worlds[:1]
    assert (said in ("close", "broad")) == (len(earned.front) > 1)


@given(posteriors())
def test_how_sure_we_are_of_a_word_follows_from_how_likely_it_holds(profile: Profile) -> None:
    found: Mapping[str, float] = {world: holds(profile, world) for world in profile.worlds}
    assert all(0 <= chance <= 1 + 1e-9 for chance in found.values())
    if profile.flat:
        assert {doubt(profile, world) for world in profile.worlds} == {"large"}
        return
    by_chance = sorted(profile.worlds, key=lambda world: -found[world])
    kinds = [DOUBTS.index(doubt(profile, world)) for world in by_chance]
    assert kinds == sorted(kinds)
    for world in profile.worlds:
        assert (doubt(profile, world) == "small") == (found[world] >= 0.9)


@given(posteriors(), LIKED, st.sampled_from(BANK.worlds))
def test_the_talk_speaks_of_the_same_worlds_as_the_page(
    profile: Profile, liked: set[str], own: str
) -> None:
    earned = earned_worlds(profile, result(profile, liked))
    answers = {name: 5 for name in BANK.live if BANK.items[name].world in liked} or {
        BANK.live[0]: 2
    }
    told = TalkInput(profile, answers, own, front=earned.front, also=earned.also)
    found = read_signals(BANK, told).found
    if profile.flat:
        assert not {"top", "clear", "close", "broad", "own_same", "own_near"} & found.keys()
        return
    assert found["top"] == {"world": earned.front[0]}
    assert ("clear" in found) == stands_out(profile)
    for name in ("close", "broad"):
        assert set(found.get(name, {}).values()) <= set(earned.front)
    kind = "same" if own in earned.front else "near" if own in earned.also else "other"
    assert f"own_{kind}" in found


@given(posteriors())
def test_worlds_share_a_place_or_stand_in_the_order_of_their_words(profile: Profile) -> None:
    found = {place.world: place.number for place in places(profile)}
    strength = {world: PULLS.index(pull(profile, world)) for world in found if not profile.flat}
    for one, other in pairwise(strength):
        assert found[one] <= found[other]
        assert strength[one] <= strength[other]


@given(posteriors())
def test_worlds_that_share_a_place_share_their_words(profile: Profile) -> None:
    said: dict[int, set[str]] = {}
    for place in places(profile):
        said.setdefault(place.number, set()).add(pull(profile, place.world))
    assert all(len(words) == 1 for words in said.values()), said


@given(posteriors())
def test_more_or_less_is_quite_sure_where_the_line_of_doubt_is_clear_of_the_middle(
    profile: Profile,
) -> None:
    for world in profile.worlds:
        words, middle = pull(profile, world), profile.standing[world]
        if words in ("high", "low"):
            reach = EIGHT_IN_TEN * profile.uncertainty[world]
            inner = middle - reach if words == "high" else -(middle + reach)
            assume(abs(inner) > 1e-4)
            assert (doubt(profile, world) == "small") == (inner > 0)
