"""The reasons add up to the result, exactly."""

import pytest

from quiz.domain.scoring.engine import Engine


def test_the_contributions_add_up_to_the_interest_in_every_world(engine: Engine) -> None:
    values = [*engine.values, engine.unknown]
    answers = {name: values[(3 * k) % len(values)] for k, name in enumerate(engine.items)}
    interest = engine.profile(answers).interest
    for world in engine.worlds:
        reasons = engine.explain(answers, world)
        assert sum(part for _, part in reasons) == pytest.approx(interest[world], abs=1e-12)
        assert {name for name, _ in reasons} == {name for name, value in answers.items() if value}


def test_the_strongest_reason_comes_first(engine: Engine) -> None:
    wanted = engine.worlds[0]
    answers = {
        name: engine.values[-1] if world == wanted else engine.values[0]
        for name, world in engine.items.items()
    }
    reasons = engine.explain(answers, wanted)
    parts = [part for _, part in reasons]
    assert parts == sorted(parts, reverse=True)
    assert engine.items[reasons[0][0]] == wanted
    assert parts[0] > 0


def test_without_answers_there_are_no_reasons(engine: Engine) -> None:
    assert engine.explain({}, engine.worlds[0]) == []
    assert engine.explain({next(iter(engine.items)): 0}, engine.worlds[0]) == []
