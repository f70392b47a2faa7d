"""What goes to training holds answers, and nothing by which anybody can be found."""

import dataclasses

import numpy as np
from sqlalchemy import update

from quiz.storage.tables.attempt import Attempt
from quiz.usecases.attempts.answers import Given
from quiz.usecases.attempts.progress import save_answers
from quiz.usecases.attempts.zooming import save_zoom_answers
from quiz.usecases.class_pictures.answers import (
    NO_SCHOOL,
    StoredAnswers,
    stage_of,
    stored_answers,
)
from quiz.usecases.services import Services
from tests.usecases.attempts.pupils import begin, state_of, walk

LIKED = (4, 2, 3, 1, 4, 2, 3)  # what this pupil thinks of the questions of each world


def _finish(services: Services, milliseconds: int | None = None) -> int:
    """A pupil who likes some worlds more than others, and says "I don't know it" once."""
    attempt_id = begin(services)
    bank = services.bank
    for block in range(4):
        shown = state_of(services, attempt_id).blocks[-1]
        values: list[int] = []
        for name in shown:
            liked = LIKED[bank.worlds.index(bank.items[name].world)]
            # Never twice the same: a long run, by chance of the order, would not count.
            values.append(liked + (liked in values[-1:]))
        values[0] = 0 if block == 0 else values[0]
        given = zip(shown, values, strict=True)
        save_answers(
            services, attempt_id, [Given(*pair, milliseconds=milliseconds) for pair in given]
        )
    walk(services, attempt_id, own_world=services.bank.worlds[2])
    return attempt_id


def _stored(services: Services) -> StoredAnswers:
    return stored_answers(services.database, services.bank)


def test_the_answers_are_those_that_were_given(services: Services) -> None:
    attempt_id = _finish(services, 2500)
    found = _stored(services)
    assert len(found) == 1
    responses = state_of(services, attempt_id).responses(services.bank)
    names = list(services.bank.items)
    row = found.values[0]
    assert {names[k]: int(row[k]) for k in np.flatnonzero(~np.isnan(row))} == responses
    assert np.nanmax(found.seconds) == np.nanmin(found.seconds) == 2.5
    assert found.own_world.tolist() == [2]
    assert found.school.tolist() == [NO_SCHOOL]
    assert (found.school_type, found.language) == (("havo",), ("nl",))


def test_nothing_says_who_it_was(services: Services) -> None:
    _finish(services)
    names = {field.name for field in dataclasses.fields(StoredAnswers)}
    coarse = {"school_type", "language", "stage"}
    assert names == {"values", "seconds", "school", "own_world", *coarse}
    assert set(_stored(services).stage) == {"lower"}  # three years of havo: not which
    assert (stage_of("po", 8), stage_of("vwo", 4)) == ("primary", "upper")
    assert (stage_of("mbo", 1), stage_of("havo", None)) == ("other", "other")


def test_unfinished_careless_and_trial_attempts_do_not_count(services: Services) -> None:
    begin(services)
    careless = begin(services)
    walk(services, careless, 3)
    assert len(_stored(services)) == 0
    trial = _finish(services)
    assert len(_stored(services)) == 1
    with services.database.writing() as session:
        session.execute(update(Attempt).where(Attempt.id == trial).values(trial=True))
    assert len(_stored(services)) == 0


def test_answers_to_another_version_of_the_bank_do_not_count(services: Services) -> None:
    _finish(services)
    newer = dataclasses.replace(services.bank, version=services.bank.version + 1)
    assert len(stored_answers(services.database, newer)) == 0


def test_what_zooms_in_on_a_world_is_never_learned_from(services: Services) -> None:
    attempt_id = _finish(services)
    before = _stored(services)
    zoom = services.bank.zoom_of(services.bank.worlds[0])
    save_zoom_answers(services, attempt_id, [Given(name, 5) for name in zoom])
    after = _stored(services)
    assert len(zoom) >= 4
    assert np.array_equal(after.values, before.values, equal_nan=True)
