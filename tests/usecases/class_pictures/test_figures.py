"""The figures of a picture: means, spread, order, what stands out, as a reader takes them."""

from random import Random

import pytest

from quiz.domain.scoring.profile import Profile
from quiz.usecases.class_pictures.operations import freeze
from quiz.usecases.class_pictures.picture import FULL, RANKING, ClassPicture
from quiz.usecases.services import Services
from tests.usecases.class_pictures import lesson


@pytest.fixture
def worlds(services: Services) -> tuple[str, ...]:
    return services.bank.worlds


def likes(worlds: tuple[str, ...], most: int, amount: float = 1.2) -> Profile:
    """Somebody who likes one world more than all the others."""
    rest = -amount / (len(worlds) - 1)
    return lesson.profile(
        worlds, {w: amount if at == most else rest for at, w in enumerate(worlds)}
    )


def picture_of(services: Services, profiles: list[Profile | None], **tech: int) -> ClassPicture:
    class_id = lesson.new_class(services)
    lesson.finish(services, class_id, profiles, tech)
    return freeze(services, class_id)


def mixed(worlds: tuple[str, ...], size: int) -> list[Profile | None]:
    chance = Random(size)  # noqa: S311
    return [lesson.random_profile(worlds, chance) for _ in range(size)]


def test_a_world_shows_the_mean_and_the_spread_with_one_decimal(
    services: Services, worlds: tuple[str, ...]
) -> None:
    half = [likes(worlds, 0, 1.0)] * 6 + [likes(worlds, 0, 2.0)] * 6
    first = picture_of(services, [*half]).worlds[0]
    assert (first.world, first.interest, first.spread) == (worlds[0], 1.5, 0.5)


def test_worlds_stand_in_the_order_of_what_is_shown_and_ties_in_the_order_of_the_bank(
    services: Services, worlds: tuple[str, ...]
) -> None:
    shown = picture_of(services, mixed(worlds, 25)).worlds
    assert list(shown) == sorted(shown, key=lambda each: (-each.interest, worlds.index(each.world)))


def test_a_class_of_twelve_gets_a_ranking_without_counts(
    services: Services, worlds: tuple[str, ...]
) -> None:
    picture = picture_of(services, mixed(worlds, 12))
    assert (picture.level, picture.pupils) == (RANKING, 12)
    assert {each.top_three for each in picture.worlds} == {None}
    assert {each.strongest for each in picture.tech_types} == {None}
    assert len({each.interest for each in picture.worlds}) > 1


def test_a_class_of_twenty_five_gets_counts_too(
    services: Services, worlds: tuple[str, ...]
) -> None:
    picture = picture_of(services, mixed(worlds, 25))
    assert picture.level == FULL
    assert any(each.top_three is not None for each in picture.worlds)


def test_when_all_answer_alike_the_spread_does_not_tell_it(
    services: Services, worlds: tuple[str, ...]
) -> None:
    picture = picture_of(services, [likes(worlds, 2)] * 20)
    assert {each.spread for each in picture.worlds} == {0.3}
    assert {each.top_three for each in picture.worlds} == {None}


def test_what_stands_out_lies_more_than_two_standard_errors_from_the_middle(
    services: Services, worlds: tuple[str, ...]
) -> None:
    picture = picture_of(services, [likes(worlds, 3)] * 16)
    assert picture.above == (worlds[3],)
    assert set(picture.below) == set(worlds) - {worlds[3]}
    even = picture_of(services, [likes(worlds, at % 7) for at in range(21)])
    assert (even.above, even.below) == ((), ())


def test_pupils_with_too_few_answers_finished_but_are_in_no_figure(
    services: Services, worlds: tuple[str, ...]
) -> None:
    picture = picture_of(services, [*[likes(worlds, 0)] * 12, None, None])
    assert picture.pupils == 14
    assert picture.worlds[0].interest == 1.2


def test_tech_types_show_the_mean_answer_and_how_many_have_it_strongest(
    services: Services, worlds: tuple[str, ...]
) -> None:
    kinds = services.bank.tech_types
    class_id = lesson.new_class(services)
    answers = [{kinds[0]: 5, kinds[1]: 4}, {kinds[0]: 2, kinds[1]: 5}, {kinds[2]: 0}]
    for each in answers:
        lesson.finish(services, class_id, mixed(worlds, 8), each)
    found = {each.type: each for each in freeze(services, class_id).tech_types}
    assert (found[kinds[0]].agreement, found[kinds[0]].strongest) == (3.3, 8)
    assert (found[kinds[1]].agreement, found[kinds[1]].strongest) == (4.0, 8)
    assert (found[kinds[2]].agreement, found[kinds[2]].strongest) == (3.0, None)


def test_more_than_two_equal_types_or_no_positive_answer_count_for_none(
    services: Services, worlds: tuple[str, ...]
) -> None:
    kinds = services.bank.tech_types
    for tech in (dict.fromkeys(kinds[:3], 5), dict.fromkeys(kinds, 3)):
        picture = picture_of(services, mixed(worlds, 20), **tech)
        assert {each.strongest for each in picture.tech_types} == {None}


def test_a_picture_is_the_same_after_it_was_stored(
    services: Services, worlds: tuple[str, ...]
) -> None:
    picture = picture_of(services, mixed(worlds, 20), **dict.fromkeys(services.bank.tech_types, 4))
    assert ClassPicture.from_json(picture.as_json()) == picture
    assert picture.versions == ("1-abc",)
