"""Robots that know only HTML forms: whatever they choose, they end on a result."""

from collections import Counter
from random import Random

import pytest

from quiz.storage.database import Database
from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

SEEDS = range(12)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_robot_alone_ends_on_a_result(visitor: Visitor, seed: int) -> None:
    visitor.chance = Random(seed)  # noqa: S311
    page = visitor.walk_to_result("/start?taal=en" if seed % 2 else "/start")
    assert page.status == 200


def test_robots_of_one_class_end_on_results_of_their_own(
    visitor: Visitor, another_visitor: Visitor, class_code: str, database: Database
) -> None:
    for number, robot in enumerate((visitor, another_visitor)):
        robot.chance = Random(number)  # noqa: S311
        assert robot.walk_to_result(f"/meedoen/{class_code}").status == 200
    attempts = way.stored_attempts(database)
    assert all(attempt.finished_at for attempt in attempts)
    assert len({attempt.nickname for attempt in attempts}) == 2


def _nervous_step(robot: Visitor, page: Page) -> Page:
    """What an impatient pupil does: send twice, reload, look back, leave half of it open."""
    form = page.form
    values = form.random_values(robot.chance)
    action = form.action or page.path
    kind = robot.chance.choice(["once", "twice", "half", "reload", "back"])
    if kind == "half" and page.path == "/vragen":
        open_ones = robot.chance.sample(sorted(form.choices), len(form.choices) // 2)
        values = {name: value for name, value in values.items() if name not in open_ones}
    page = robot.post(action, values)
    if kind == "twice":
        page = robot.post(action, values)
    if page.path == "/vragen" and kind == "back":
        robot.get("/vragen?blok=1")
        page = robot.get("/vragen")
    return robot.get(page.path) if kind == "reload" else page


@pytest.mark.parametrize("seed", SEEDS)
def test_an_impatient_robot_ends_on_a_result_with_every_question_stored_once(
    visitor: Visitor, database: Database, seed: int
) -> None:
    visitor.chance = Random(f"impatient {seed}")  # noqa: S311
    page = visitor.get("/start")
    pages: Counter[str] = Counter()
    while page.path != "/resultaat":
        pages[page.path] += 1
        assert pages.total() < 100, pages
        page = _nervous_step(visitor, page)
    assert len(way.stored_attempts(database)) == 1
    fewest = (way.BLOCKS - 1) * way.BLOCK_SIZE + 5  # when the first world was clear by then
    assert len(way.stored_answers(database)) in (fewest, fewest + way.BLOCK_SIZE)
