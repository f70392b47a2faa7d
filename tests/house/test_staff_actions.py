"""Who may change what, on whose object, with what fresh proof: the table is what the app does."""

import pytest
from flask import Flask

from tests.house.staff_actions import Line, Stage, actions_of, lines, staff_posts
from tests.own_app import MakeApp

LINES = list(lines())


@pytest.fixture
def app(make_app: MakeApp) -> Flask:
    return make_app()


def test_every_form_and_every_button_of_staff_stands_in_the_table(app: Flask) -> None:
    posts = dict(staff_posts(app))
    assert set(posts) == {line.rule for line in LINES}
    for module in set(posts.values()):
        here = {rule for rule, where in posts.items() if where is module}
        told = {line.action for line in LINES if line.rule in here} - {"-"}
        assert actions_of(module) == told, module.__name__


def test_each_is_done_by_whom_the_table_says_and_changes_nothing_from_anybody_else(
    app: Flask,
) -> None:
    stage = Stage(app)
    seen = {line: stage.who_can(line) for line in LINES}
    assert {line: who for line, who in seen.items() if who != line.done_by} == {}


def test_nothing_of_the_own_account_is_done_without_the_own_password() -> None:
    def guarded(line: Line) -> bool:
        return line.rule.startswith("/account") or line.action in ("link", "without-code")

    own = [line for line in LINES if line.thing == "own" and guarded(line)]
    assert {line.proof for line in own if line.done_by} == {"password", "password+digits"}
