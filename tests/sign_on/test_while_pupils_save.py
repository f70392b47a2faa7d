"""A provider hangs or dies at each step, on a real server, while thirty pupils save answers."""

import time
from pathlib import Path

import pytest

from tests.faults.load import Load
from tests.faults.stored import acknowledged, attempt_of, stored
from tests.live_server import DATABASE, Server
from tests.sign_on.hanging import (
    DISCOVERY,
    HANGS,
    LONGEST,
    Failing,
    failing_providers,
    serving,
    teachers,
)

PUPILS, FORMS = 30, 90


def test_nothing_is_lost_and_nobody_waits(tmp_path: Path) -> None:
    with failing_providers(len(HANGS) + 2) as providers, serving(tmp_path, providers) as server:
        load = Load([server.address], PUPILS)
        load.wait_for(PUPILS)
        *hanging, away, dies = providers
        went_on = [
            _saved_meanwhile(server, load, failing, step)
            for failing, step in zip(hanging, HANGS, strict=True)
        ]
        away.die()
        dies.provider.trouble["/token"] = lambda handler: handler.connection.close()
        for failing in (away, dies):
            _dead(server, load, failing)
        load.finish()
        assert any(went_on), "who saves waited until a sign-on that hangs was over"
        _require_everything(server, load)


def _saved_meanwhile(server: Server, load: Load, failing: Failing, step: str) -> bool:
    """Pupils save while two teachers hang: whether they still hung after that."""
    failing.hang_at(step)
    with teachers(server, failing) as signing_in:
        _until_asked(failing, step)
        load.wait_for(FORMS)
        still = not any(teacher.done() for teacher in signing_in)
        for status, page in (teacher.result() for teacher in signing_in):
            assert status == 503, (step, page)
            assert "antwoordt nu niet" in page, step
    return still


def _dead(server: Server, load: Load, failing: Failing) -> None:
    """A provider that is gone, at once or after the teacher said yes there."""
    with teachers(server, failing) as signing_in:
        load.wait_for(PUPILS)
        for status, page in (teacher.result() for teacher in signing_in):
            assert status == 503, page
            assert "antwoordt nu niet" in page


def _until_asked(failing: Failing, step: str) -> None:
    end = time.monotonic() + LONGEST
    while step not in failing.provider.asked:
        assert time.monotonic() < end, f"nobody came to {step}"
        time.sleep(0.01)


def _require_everything(server: Server, load: Load) -> None:
    kept = stored(f"sqlite:///{server.folder}/{DATABASE}").answers
    for robot in load.robots:
        if answers := acknowledged(robot.sent):
            found = kept[attempt_of(server, robot.cookies)]
            assert answers.items() <= found.items()


@pytest.mark.parametrize("gone", [False, True])
def test_who_comes_while_two_hang_is_told_and_a_second_provider_works(
    tmp_path: Path, gone: bool
) -> None:
    with failing_providers(2) as (slow, well), serving(tmp_path, [slow, well]) as server:
        slow.hang_at(DISCOVERY)
        if gone:
            slow.die()
        with teachers(server, slow, count=4) as signing_in:
            assert {teacher.result()[0] for teacher in signing_in} == {503}
        with teachers(server, well, count=1) as (teacher,):
            status, page = teacher.result()
        assert status == 403, page  # it knows nobody here, and answers
