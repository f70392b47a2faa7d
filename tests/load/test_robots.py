"""Three hundred pupils walk from the start to the result, thirty at once, and nothing is lost."""

import threading
from random import Random

from quiz.lab.bench.crowd import at_the_same_time, crowd
from quiz.lab.bench.robots import Robot
from tests.faults.load import wait_a_moment
from tests.faults.stored import acknowledged as acknowledged_of
from tests.faults.stored import attempt_of
from tests.live_server import Server

JOURNEYS = 300
AT_ONCE = 30
FORMS_BEFORE_THE_CUT = 150
# 28 questions, or 21 when the first world is clear by then, and the five of the tech type.
QUESTIONS_IN_ALL = {21 + 5, 28 + 5}
ANSWERS = "SELECT attempt_id, question, value FROM answer"
RESULTS = "SELECT attempt_id, count(*) FROM result GROUP BY attempt_id"
FINISHED = "SELECT id FROM attempt WHERE finished_at IS NOT NULL"


def test_of_three_hundred_journeys_thirty_at_once_each_ends_in_a_whole_result(
    server: Server,
) -> None:
    journeys = crowd(f"127.0.0.1:{server.port}", JOURNEYS, AT_ONCE)
    assert len(journeys) == JOURNEYS
    attempts = [attempt_of(server, journey.cookies) for journey in journeys]
    assert len(set(attempts)) == JOURNEYS
    assert sorted(attempts) == sorted(attempt for (attempt,) in server.rows(FINISHED))
    assert dict(server.rows(RESULTS)) == dict.fromkeys(attempts, 1)
    answers = _stored(server)
    for attempt, journey in zip(attempts, journeys, strict=True):
        assert answers[attempt] == acknowledged_of(journey.sent)
        assert len(answers[attempt]) in QUESTIONS_IN_ALL
    assert "[error" not in server.log


def test_after_a_power_cut_every_acknowledged_answer_is_there(server: Server) -> None:
    address = f"127.0.0.1:{server.port}"
    robots = [Robot(address, Random(seed), patience=wait_a_moment) for seed in range(AT_ONCE)]  # noqa: S311
    acknowledged: dict[int, dict[str, int]] = {}
    found: dict[int, dict[str, int]] = {}

    def cut_the_power() -> None:
        while sum(len(robot.sent) for robot in robots) < FORMS_BEFORE_THE_CUT:
            wait_a_moment()
        before = [(robot.cookies, list(robot.sent)) for robot in robots]
        server.kill()
        answered = [(cookies, acknowledged_of(sent)) for cookies, sent in before]
        acknowledged.update({attempt_of(server, who): sent for who, sent in answered if sent})
        found.update(_stored(server))
        server.start()

    cut = threading.Thread(target=cut_the_power)
    cut.start()
    at_the_same_time(robots, lambda robot: robot.close() if robot.walk() else None)
    cut.join()
    assert acknowledged
    for attempt, answers in acknowledged.items():
        assert answers.items() <= found[attempt].items()
    after = {attempt_of(server, robot.cookies): acknowledged_of(robot.sent) for robot in robots}
    assert _stored(server) == after
    assert dict(server.rows(RESULTS)) == dict.fromkeys(after, 1)


def _stored(server: Server) -> dict[int, dict[str, int]]:
    answers: dict[int, dict[str, int]] = {}
    for attempt, question, value in server.rows(ANSWERS):
        answers.setdefault(attempt, {})[question] = value
    return answers
