"""Coming into a class with what was answered before, from outside or from a wrong class."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import select, update

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import (
    AttemptError,
    ClassClosed,
    ClassFull,
    MustStay,
    NoAttempt,
    UnknownCode,
)
from quiz.usecases.attempts.finish import load_result
from quiz.usecases.attempts.start import start_attempt
from quiz.usecases.classes.leaving import detach_attempt
from quiz.usecases.classes.moving import move_to_class
from quiz.usecases.retakes.retakes import attempts_of
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.reading import attempt_of, open_class, read
from tests.usecases.attempts.pupils import (
    ALONE,
    answer_block,
    answer_one,
    at_the_same_instant,
    begin,
    everything_stored,
    new_code,
    state_of,
    ticket,
    walk,
)
from tests.usecases.classes.changes import change_class, close, fill, let_the_hours_pass


def _not_begun(services: Services, number: int) -> None:
    """Nothing is answered yet."""


def _half_way(services: Services, number: int) -> None:
    answer_block(services, number, 4)


def _twice(services: Services, number: int) -> None:
    walk(services, number)
    answer_block(services, start_retake(services, number), 2)


@pytest.mark.parametrize("before", ["outside", "in another class", "taken out", "taken out here"])
@pytest.mark.parametrize("so_far", [_not_begun, _half_way, walk, _twice])
def test_a_pupil_comes_into_the_class_with_everything(
    services: Services,
    class_code: str,
    other_code: str,
    before: str,
    so_far: Callable[[Services, int], None],
) -> None:
    first_class = {"outside": None, "taken out here": class_code}.get(before, other_code)
    number = begin(services, first_class)
    so_far(services, number)
    if first_class and before != "in another class":
        detach_attempt(services, open_class(services, first_class).id, number)
    code = new_code(services, number)
    old = state_of(services, number)
    name = move_to_class(services, number, class_code)
    new, group = (
        state_of(services, number),
        open_class(services, class_code),
    )
    assert (new.class_id, new.nickname, name) == (group.id, old.nickname, old.nickname)
    assert new.municipality == group.municipality
    assert (new.answers, new.blocks, new.finished) == (old.answers, old.blocks, old.finished)
    assert attempt_of(services, code).attempt_id == read(services, attempts_of, number)[-1].id
    assert open_class(services, other_code).nicknames == []
    assert group.nicknames == [name]


def test_a_retake_moves_its_pupil_and_goes_on(services: Services, class_code: str) -> None:
    first = begin(services)
    walk(services, first)
    second = start_retake(services, first)
    result = read(services, load_result, first)[1]
    begin(services, class_code)
    name = move_to_class(services, second, class_code)
    assert read(services, load_result, first)[1] == result
    assert [state_of(services, each).nickname for each in (first, second)] == [name, name]
    assert [state_of(services, each).municipality for each in (first, second)] == ["GM0228"] * 2
    assert state_of(services, second).class_id is None  # the first one is in the class
    assert state_of(services, second).year == 2
    assert state_of(services, first).year == 3


def test_a_nickname_that_is_taken_becomes_another(services: Services, class_code: str) -> None:
    there, coming = begin(services, class_code), begin(services)
    walk(services, coming)
    attempt = start_retake(services, coming)
    with services.database.writing() as session:
        session.execute(update(Attempt).values(nickname="Kalme Antilope"))
    name = move_to_class(services, coming, class_code)
    assert name != "Kalme Antilope"
    assert [state_of(services, each).nickname for each in (coming, attempt)] == [name, name]
    assert state_of(services, there).nickname == "Kalme Antilope"


def _is_not_there(services: Services) -> None:
    change_class(services, code="AAAAAA")


@pytest.mark.parametrize(
    ("event", "no"),
    [
        (close, ClassClosed),
        (let_the_hours_pass, ClassClosed),
        (fill, ClassFull),
        (_is_not_there, UnknownCode),
    ],
)
def test_a_class_that_lets_nobody_in_changes_nothing_and_who_is_in_it_stays(
    services: Services, class_code: str, event: Callable[[Services], None], no: type[AttemptError]
) -> None:
    inside, outside = begin(services, class_code), begin(services)
    event(services)
    before = everything_stored(services.database)
    with pytest.raises(no):
        move_to_class(services, outside, class_code)
    if no is not UnknownCode:
        assert move_to_class(services, inside, class_code) == state_of(services, inside).nickname
    assert everything_stored(services.database) == before


def test_trials_and_pupils_that_are_gone_do_not_move(services: Services, class_code: str) -> None:
    trial, gone = ticket(), begin(services)
    start_attempt(services, ALONE.__class__(**{**vars(ALONE), "ticket": trial, "trial": True}))
    erase_attempt(services, gone)
    with pytest.raises(MustStay):
        move_to_class(services, trial, class_code)
    with pytest.raises(NoAttempt):
        move_to_class(services, gone, class_code)
    assert open_class(services, class_code).nicknames == []


def test_pressing_in_ten_tabs_takes_one_place(services: Services, class_code: str) -> None:
    change_class(services, capacity=1)
    number = begin(services)
    names = at_the_same_instant([partial(move_to_class, services, number, class_code)] * 10)
    assert len(set(names)) == 1
    assert state_of(services, number).class_id is not None


def test_a_crowd_from_outside_gets_exactly_the_last_places_under_different_names(
    services: Services, class_code: str
) -> None:
    change_class(services, capacity=5)
    pupils = [begin(services) for _ in range(12)]
    for number in pupils:
        answer_one(services, number)
    with services.database.writing() as session:
        session.execute(update(Attempt).values(nickname="Kalme Antilope"))

    def comes_in(number: int) -> bool:
        try:
            return bool(move_to_class(services, number, class_code))
        except ClassFull:
            return False

    assert sum(at_the_same_instant([partial(comes_in, each) for each in pupils])) == 5
    with services.database.reading() as session:
        inside = select(Attempt.nickname).where(Attempt.class_id.is_not(None))
        assert len(set(session.scalars(inside))) == 5


def test_two_classes_at_the_same_instant_end_in_one_of_them(
    services: Services, class_code: str, other_code: str
) -> None:
    number = begin(services)
    calls = [partial(move_to_class, services, number, code) for code in (class_code, other_code)]
    at_the_same_instant(calls)
    taken = [open_class(services, code).nicknames for code in (class_code, other_code)]
    assert sorted(map(len, taken)) == [0, 1]
