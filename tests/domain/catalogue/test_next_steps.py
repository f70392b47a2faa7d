"""Next steps on the real catalogue: promises that hold for every pupil."""

import random
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.catalogue import build_catalogue
from quiz.domain.catalogue.matching.fit import is_about
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.matching.match import match_next_steps
from quiz.domain.catalogue.matching.suggestion import NextSteps, Pupil, Suggestion
from tests.real import real_catalogue

REAL = real_catalogue()
WORLDS = tuple(REAL.worlds)
# Ede, Alkmaar and Haarlem (the three regions), Middelburg (far from them), and no home.
HOMES = ("GM0228", "GM0361", "GM0392", "GM0687", None)


def clear_pupil(school_type: str, year: int | None, world: str, home: str | None) -> Pupil:
    """Make a pupil for whom one world stands out."""
    others = [other for other in WORLDS if other != world]
    probabilities = {world: 0.55, **dict.fromkeys(others, 0.075)}
    return Pupil(probabilities, (world, *others), school_type, year, home)


@st.composite
def pupils(draw: st.DrawFn) -> Pupil:
    """Any pupil: any probabilities, one to three worlds, likes, school type, year and home."""
    weights = draw(st.lists(st.floats(0.001, 1), min_size=7, max_size=7))
    total = sum(weights)
    probabilities = {world: weight / total for world, weight in zip(WORLDS, weights, strict=True)}
    worlds = tuple(sorted(WORLDS, key=lambda world: -probabilities[world]))
    return Pupil(
        probabilities,
        worlds[: draw(st.integers(1, 3))],
        draw(st.sampled_from(sorted(LADDER))),
        draw(st.sampled_from([None, 1, 2, 3, 4, 5, 6, 7, 8])),
        draw(st.sampled_from([None, *REAL.municipalities])),
        draw(st.dictionaries(st.sampled_from(REAL.tag_order), st.floats(0, 1))),
    )


def programmes(steps: NextSteps) -> tuple[Suggestion, ...]:
    return (*steps.programmes_now, *steps.programmes_next, *steps.programmes_later)


def everything(steps: NextSteps) -> tuple[Suggestion, ...]:
    return (*programmes(steps), *steps.companies, *steps.events)


@pytest.mark.parametrize(("school_type", "world"), list(product(LADDER, WORLDS)))
def test_everyone_gets_a_programme_or_an_honest_word(school_type: str, world: str) -> None:
    for home, year in product(HOMES, (None, 1, 4, 8)):
        steps = match_next_steps(REAL, clear_pupil(school_type, year, world, home))
        assert steps.programmes_now or steps.programmes_next or steps.thin


@settings(max_examples=60)
@given(pupils(), st.randoms(use_true_random=False))
def test_the_same_pupil_always_gets_the_same(pupil: Pupil, shuffler: random.Random) -> None:
    pairs = list(pupil.probabilities.items())
    shuffler.shuffle(pairs)
    shuffled = replace(pupil, probabilities=dict(pairs))
    assert match_next_steps(REAL, shuffled) == match_next_steps(REAL, pupil)


@settings(max_examples=60)
@given(pupils())
def test_every_card_has_a_source_and_a_reason_that_the_row_is_about(pupil: Pupil) -> None:
    shelves: dict[str, Mapping[str, Any]] = {"company": REAL.companies, "event": REAL.events}
    for card in everything(match_next_steps(REAL, pupil)):
        assert card.source_url
        assert all(venue.source_url for venue in card.venues)
        assert pupil.worlds[card.rank - 1] == card.world
        assert 1 <= card.rank <= 3
        assert is_about(shelves.get(card.kind, REAL.programmes)[card.id].worlds, card.world)
        assert 0 < card.fit <= 1


@settings(max_examples=60)
@given(pupils())
def test_programmes_stay_on_the_ladder_few_and_once(pupil: Pupil) -> None:
    steps = match_next_steps(REAL, pupil)
    assert {card.level for card in steps.programmes_now} <= set(steps.rung.now)
    assert {card.level for card in steps.programmes_next} <= set(steps.rung.next)
    assert {card.level for card in steps.programmes_later} <= set(steps.rung.later)
    assert len(steps.programmes_now) <= 6
    assert len(steps.programmes_next) <= 6
    assert len(steps.programmes_later) <= 4
    assert len(steps.companies) <= 6
    assert len(steps.events) <= 4
    cards = [card.id for card in programmes(steps)]
    assert len(set(cards)) == len(cards)


@settings(max_examples=60)
@given(pupils())
def test_distances_are_known_only_from_a_known_home(pupil: Pupil) -> None:
    steps = match_next_steps(REAL, pupil)
    for card in everything(steps):
        if pupil.municipality is None:
            assert card.distance_km is None
        for venue in card.venues:
            assert venue.distance_km >= 0
            assert (venue.distance_km == 0) == (venue.municipality == pupil.municipality)
    assert all((card.distance_km or 0) <= 35 for card in steps.companies)


@settings(max_examples=150)
@given(pupils())
def test_every_world_shown_has_a_card_in_every_step_that_has_rows_for_all(pupil: Pupil) -> None:
    """Wherever these lie, and however little the world draws beside the first.

    The one profile that suits who likes no media may be about design too: one card for both worlds.
    """
    steps = match_next_steps(REAL, pupil)
    now, after, _ = steps.rung.steps
    for step, cards in ((now, steps.programmes_now), (after, steps.programmes_next)):
        about = {world: about_on(step.levels, world) for world in pupil.worlds}
        apart = all(len(rows) >= len(pupil.worlds) for rows in about.values() if rows)
        if apart and step.most >= len(pupil.worlds):  # havo shows two second studies, no more
            shown = {card.id for card in cards}
            for world in {world for world, rows in about.items() if rows}:
                is_own = world in {card.world for card in cards}
                assert is_own or (pupil.likes and shown & about[world])


def about_on(levels: tuple[str, ...], world: str) -> set[str]:
    """The programmes on these levels that are about a world."""
    shelves = [REAL.shown_programmes.get(level, ()) for level in levels]
    return {row.id for rows in shelves for row in rows if is_about(row.worlds, world)}


@pytest.mark.parametrize(
    ("school_type", "year"),
    [(school_type, year) for school_type, rungs in LADDER.items() for year, _ in rungs],
)
def test_every_three_worlds_have_a_step_each_where_the_catalogue_has_one(
    school_type: str, year: int
) -> None:
    for worlds in combinations(WORLDS, 3):
        probabilities = {**dict.fromkeys(WORLDS, 0.02), **dict.fromkeys(worlds, 0.1)}
        probabilities[worlds[0]] = 0.7
        steps = match_next_steps(REAL, Pupil(probabilities, worlds, school_type, year, "GM0687"))
        served = {card.world for card in (*steps.programmes_now, *steps.programmes_next)}
        levels = (*steps.rung.now, *steps.rung.next)
        about = [about_on(levels, world) for world in worlds]
        assert len(served) == max(
            len(set(own) - {""}) for own in product(*(own | {""} for own in about))
        )
        assert set(steps.missing_worlds) == set(worlds) - served


@settings(max_examples=20)
@given(pupils(), st.integers(0, 999))
def test_the_order_of_the_rows_in_the_files_does_not_matter(pupil: Pupil, seed: int) -> None:
    shuffler = random.Random(seed)  # noqa: S311
    rows = {file: list(found) for file, found in REAL.rows.items()}
    for found in rows.values():
        shuffler.shuffle(found)
    assert match_next_steps(build_catalogue(rows), pupil) == match_next_steps(REAL, pupil)


@pytest.mark.parametrize("home", HOMES[:3])
@pytest.mark.parametrize("world", WORLDS)
def test_in_the_three_regions_a_clear_world_leads_the_list(world: str, home: str) -> None:
    pupil = replace(clear_pupil("mbo", 2, world, home), worlds=(world,))
    steps = match_next_steps(REAL, pupil)
    assert {card.rank for card in (*steps.programmes_now, *steps.programmes_next)} == {1}
    assert steps.companies
    assert not steps.thin
    assert steps.missing_worlds == ()
