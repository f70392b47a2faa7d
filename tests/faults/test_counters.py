"""The place where wrong codes are counted is gone, or hangs: who is busy goes on."""

from collections.abc import Callable

import pytest

from tests.faults.watching import health_of
from tests.own_app import MakeApp
from tests.redis_server import Redis
from tests.visitor import Visitor

BREAKING: dict[str, tuple[Callable[[Redis], None], Callable[[Redis], None]]] = {
    "gone": (Redis.kill, Redis.start),
    "hangs": (Redis.freeze, Redis.thaw),
}


@pytest.mark.parametrize("how", BREAKING)
def test_without_it_no_code_is_tried_and_afterwards_all_is_well(
    make_app: MakeApp, redis: Redis, how: str
) -> None:
    break_it, mend_it = BREAKING[how]
    app = make_app(REDIS_URL=redis.url)
    pupil, joining = Visitor(app), Visitor(app)
    block = pupil.begin()
    assert joining.submit(joining.get("/meedoen"), code="CCC 333").status == 422
    break_it(redis)
    page = joining.submit(joining.get("/meedoen"), code="CCC 333")
    assert page.status == 503
    assert "kunnen codes en wachtwoorden nu even niet nakijken" in page.text
    status, words = health_of(app)
    assert (status, words["status"], words["counters"]) == (200, "degraded", "unreachable")
    assert pupil.answer_all(block, "4").status == 200, "who is busy needs no code"
    mend_it(redis)
    assert joining.submit(joining.get("/meedoen"), code="CCC 333").status == 422
    assert health_of(app)[1]["status"] == "ok"


def test_who_guesses_is_still_refused_by_another_process(make_app: MakeApp, redis: Redis) -> None:
    visitor = Visitor(make_app(REDIS_URL=redis.url))
    for _guess in range(10):
        assert visitor.submit(visitor.get("/meedoen"), code="CCC 333").status == 422
    assert visitor.submit(visitor.get("/meedoen"), code="CCC 333").status == 429
