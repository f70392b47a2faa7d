"""The result: seven planets, the same in a table, and the pupil's own answers as reasons."""

from random import Random

import pytest

from quiz.domain.bank.schema import Texts
from quiz.domain.bank.texts import load_texts
from quiz.domain.scoring.certainty import stands_out
from quiz.domain.scoring.profile import Profile
from quiz.storage.database import Database
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.services import Services
from tests.blueprints.pupil import result_reading as reading
from tests.blueprints.pupil import way
from tests.reading import read
from tests.visitor import Page, Visitor

SEEDS = range(8)
POSITIVE = 4
Reached = tuple[Page, AttemptState, Profile]
_REACHED: dict[int, Reached] = {}


def _random_result(visitor: Visitor, services: Services, seed: int) -> Reached:
    """A result by chance, and what is stored about it."""
    visitor.chance = Random(f"result {seed}")  # noqa: S311
    page = visitor.get("/start")
    while page.path != "/resultaat":
        page = visitor.submit_randomly(page)
    attempt = way.stored_attempts(services.database)[0]
    state, result = read(services, load_result, attempt.id)
    assert result.profile is not None
    return page, state, result.profile


def _reached(visitor: Visitor, services: Services, seed: int) -> Reached:
    """The same, for who only reads it: it is walked to once."""
    if seed not in _REACHED:
        _REACHED[seed] = _random_result(visitor, services, seed)
    return _REACHED[seed]


@pytest.fixture
def content() -> Texts:
    """The Dutch words."""
    return load_texts("nl")


@pytest.mark.parametrize("seed", SEEDS)
def test_seven_planets_stand_in_the_sky_and_the_same_seven_in_the_table(
    visitor: Visitor, services: Services, content: Texts, seed: int
) -> None:
    page, _state, profile = _reached(visitor, services, seed)
    names = [content.worlds[world].name for world in profile.worlds]
    table, first = reading.worlds_in_table(page), len(profile.top)
    assert table[first:] == names[first:]
    assert set(table[:first]) == set(names[:first]), (
        "of equal ones that with an own answer goes first"
    )
    worlds = sorted(profile.worlds, key=lambda world: table.index(content.worlds[world].name))
    for sky in reading.skies(page):
        drawn = [image.get("href", "") for image in sky.iter(f"{reading.SVG}image")]
        assert len(drawn) == 7
        for world, image in zip(worlds, drawn, strict=True):
            assert f"/{world}.svg" in image
        title = sky.find(f"{reading.SVG}title")
        assert title is not None
        assert all(name in reading.words(title) for name in names)
        width = {
            image.get("href", "").split("/")[-1].split(".")[0]: float(image.get("width", "0"))
            for image in sky.iter(f"{reading.SVG}image")
        }
        sizes = [width[world] for world in profile.worlds]
        assert sizes == sorted(sizes, reverse=True), "none is larger than one that comes before it"


@pytest.mark.parametrize("seed", SEEDS)
def test_only_worlds_that_earn_it_have_a_card_and_their_number_is_said_as_it_is(
    visitor: Visitor, services: Services, content: Texts, seed: int
) -> None:
    page, state, profile = _reached(visitor, services, seed)
    shown = reading.cards(page)
    names = [content.worlds[world].name for world in profile.worlds[:3]]
    assert [card.name for card in shown] == [
        name for name in names if any(card.name == name for card in shown)
    ]
    front = [card for card in shown if card.chip != content.results["earned.also"]]
    assert {card.name for card in front} <= {content.worlds[world].name for world in profile.top}
    alone = "earned.front" if stands_out(profile) else "earned.leaning"
    chip = "earned.equal" if len(front) > 1 else alone
    assert {card.chip for card in front} == {content.results[chip]}
    assert f"Waarom deze {['', 'wereld', 'twee', 'drie'][len(shown)]}?" in page.text
    said = dict(zip(reading.worlds_in_table(page), reading.table_cells(page), strict=True))
    for card in shown[len(front) :]:
        assert card.reasons
        assert said[card.name][0] == content.results["interest.high"]
    for world in profile.worlds[:3]:
        name = content.worlds[world].name
        if world not in profile.top and name not in {card.name for card in shown}:
            is_drawn = said[name][0] == content.results["interest.high"]
            assert not (is_drawn and _liked(services, state, world))


def _liked(services: Services, state: AttemptState, world: str) -> list[str]:
    """The questions of a world that this pupil likes."""
    return [
        question
        for question, value in state.answers.items()
        if value >= POSITIVE
        and question in services.bank.items
        and services.bank.items[question].world == world
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_reason_is_a_positive_answer_of_the_pupil_on_that_world(
    visitor: Visitor, services: Services, content: Texts, seed: int
) -> None:
    page, state, _profile = _reached(visitor, services, seed)
    ids = {content.worlds[world].name: world for world in services.bank.worlds}
    for card in reading.cards(page):
        liked = {
            f"{content.items[question]} {content.scale[state.answers[question]]}"
            for question in _liked(services, state, ids[card.name])
        }
        assert set(card.reasons) <= liked
        assert 2 <= len(card.reasons) <= 3 or len(card.reasons) == len(liked)
        assert bool(card.reasons) != (content.results["reason.none"] in card.words)


@pytest.mark.parametrize(
    ("school_type", "levels"),
    [("vmbo-bb", "vmbo-mbo mbo-4"), ("havo", "hbo mbo-4"), ("vwo", "wo hbo"), ("pro", "vmbo-mbo")],
)
def test_each_world_names_three_occupations_on_the_own_ladder(
    visitor: Visitor, content: Texts, school_type: str, levels: str
) -> None:
    visitor.begin(school_type=school_type, year="2", place="Ede")
    page = visitor.get("/vragen")
    while page.path != "/resultaat":
        page = visitor.submit_randomly(page)
    worlds = {world.name: dict(world.jobs) for world in content.worlds.values()}
    for card in reading.cards(page):
        jobs = {job for level in levels.split() for job in worlds[card.name][level]}
        named = [job for job in jobs if job in card.words.partition("Werk hier: ")[2]]
        assert len(named) >= 3


def test_who_likes_nothing_reads_no_sentence_that_puts_them_down(
    visitor: Visitor, content: Texts
) -> None:
    page = way.at_result(visitor, value="2 1 3 1")
    for card in reading.cards(page):
        assert card.reasons == ()
        assert content.results["reason.none"] in card.words


@pytest.mark.parametrize("seed", SEEDS)
def test_every_suggestion_has_a_reason_and_a_source(
    visitor: Visitor, services: Services, content: Texts, seed: int
) -> None:
    page, _state, profile = _reached(visitor, services, seed)
    top = [content.worlds[world].name for world in profile.worlds[:3]]
    for step in reading.steps(page):
        assert step.source.startswith(("https://", "http://")), step
        assert any(name in step.reason for name in top), step


def test_a_pupil_with_a_town_gets_programmes_companies_and_distances(visitor: Visitor) -> None:
    visitor.begin(school_type="vmbo-kb", year="2", place="Ede")
    page = visitor.get("/vragen")
    page = visitor.answer_all(way.answer_blocks(visitor, page), "4")
    page = visitor.submit(page, own_world="hitech-science")
    assert len(reading.steps(page)) >= 6
    assert "Bedrijven in de buurt" in page.text
    assert "km" in page.text


def test_a_result_is_frozen_and_reads_the_same_every_time(
    visitor: Visitor, database: Database
) -> None:
    page = visitor.walk_to_result()
    before = way.stored_rows(database)
    assert visitor.get("/resultaat").text == page.text
    assert way.stored_rows(database) == before


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_result_in_english_has_the_same_order(
    visitor: Visitor, services: Services, seed: int
) -> None:
    page, _state, profile = _random_result(visitor, services, seed)
    english = visitor.get("/resultaat?taal=en")
    names = [load_texts("en").worlds[world].name for world in profile.worlds]
    assert reading.worlds_in_table(english) == names
    assert len(reading.cards(english)) == len(reading.cards(page))
