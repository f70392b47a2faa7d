"""Places of worlds: what cannot be told apart shares a place."""

from quiz.domain.scoring.certainty import places
from tests.domain.talk.conftest import Pupil


def _places(pupil: Pupil, *interest: float) -> list[tuple[int, bool]]:
    worlds = pupil.bank.worlds
    profile = pupil.looks(interest=dict(zip(worlds, interest, strict=True))).as_profile()
    return [(place.number, place.shared) for place in places(profile)]


def test_worlds_that_lie_apart_have_a_place_each(pupil: Pupil) -> None:
    assert _places(pupil, 3, 2, 1, 0, -1, -2, -3) == [(place, False) for place in range(1, 8)]


def test_neighbours_closer_than_half_the_doubt_share_a_place(pupil: Pupil) -> None:
    found = _places(pupil, 1.0, 0.3, 0.2, -0.1, -0.2, -0.3, -0.4)
    assert found == [
        (1, False),
        (2, True),
        (2, True),
        (4, True),
        (4, True),
        (4, True),
        (7, False),
    ]


def test_one_world_in_front_stays_alone_however_close(pupil: Pupil) -> None:
    assert _places(pupil, 1.0, 0.99, 0, -1, -2, -3, -4)[:2] == [(1, False), (2, False)]


def test_the_worlds_that_the_result_calls_equal_share_the_first_place(pupil: Pupil) -> None:
    worlds = pupil.bank.worlds
    profile = pupil.looks(outcome="close", top=worlds[:2]).as_profile()
    found = places(profile)
    assert [(place.number, place.shared) for place in found[:3]] == [
        (1, True),
        (1, True),
        (3, False),
    ]


def test_a_world_as_near_as_those_called_equal_is_not_put_behind_them(pupil: Pupil) -> None:
    worlds = pupil.bank.worlds
    interest = dict(zip(worlds, (0.3, 0.3, 0.2, 0.2, 0.0, -0.5, -0.5), strict=True))
    broad = pupil.looks(outcome="broad", top=worlds[:3], interest=interest)
    assert [place.number for place in places(broad.as_profile())] == [1, 1, 1, 1, 5, 6, 6]
