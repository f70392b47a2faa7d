"""The place where wrong codes are counted is gone, hangs, or is full: who is busy goes on."""

from collections.abc import Callable

import pytest

from quiz.storage import embedded
from quiz.usecases.demonstration.school import demonstration_class
from tests.conftest import services_of
from tests.faults.test_databases import held
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


def test_while_the_database_cannot_be_written_nobody_guesses_for_nothing(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "BUSY_TIMEOUT_MS", 50)
    monkeypatch.setattr(embedded, "SHORT_TIMEOUT_MS", 10)
    app = make_app()
    database = services_of(app).database
    right = demonstration_class(database)
    guesser = Visitor(app)
    with held(database):
        for code in ("CCC 333", right, "DDD 444", right):
            page = guesser.submit(guesser.get("/meedoen"), code=code)
            assert page.status == 503
            assert "kunnen codes en wachtwoorden nu even niet nakijken" in page.text
    assert guesser.submit(guesser.get("/meedoen"), code=right).path == f"/meedoen/{right}"
