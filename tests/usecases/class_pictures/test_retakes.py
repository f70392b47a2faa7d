"""In a class a pupil who looks again is still one pupil: on the board and in pictures."""

import pytest

from quiz.blueprints.classroom.board import read_entries
from quiz.usecases.class_pictures.errors import TooFewPupils
from quiz.usecases.class_pictures.members import read_members
from quiz.usecases.class_pictures.operations import freeze, frozen_pictures
from quiz.usecases.retakes.start import start_retake
from quiz.usecases.services import Services
from tests.reading import read
from tests.usecases.attempts.pupils import walk
from tests.usecases.class_pictures import lesson


def everybody_retakes(services: Services, class_id: int) -> None:
    with services.database.reading() as session:
        members = read_members(session, [class_id], services.bank)
    for member in members:
        walk(services, start_retake(services, member.attempt_id), 5)


def test_a_retake_does_not_make_a_small_class_large(services: Services) -> None:
    class_id = lesson.class_of(services, 6)
    everybody_retakes(services, class_id)
    with pytest.raises(TooFewPupils):
        freeze(services, class_id)


def test_a_picture_holds_first_attempts_only_and_stays_when_all_do_it_again(
    services: Services,
) -> None:
    class_id = lesson.class_of(services, 16)
    picture = freeze(services, class_id)
    everybody_retakes(services, class_id)
    assert freeze(services, class_id) == picture
    assert read(services, frozen_pictures, class_id) == (picture,)


def test_the_board_shows_who_does_it_again_once_and_as_finished(services: Services) -> None:
    class_id = lesson.class_of(services, 2)
    before = read(services, read_entries, class_id, services.clock())
    everybody_retakes(services, class_id)
    after = read(services, read_entries, class_id, services.clock())
    assert [(entry.id, entry.finished) for entry in after] == [(each.id, True) for each in before]
