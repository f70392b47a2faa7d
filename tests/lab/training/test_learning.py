"""Learning from real answers: with too little nothing happens, with enough the means come out."""

from dataclasses import replace

import numpy as np
import pytest

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.model import Model
from quiz.lab.training import items
from quiz.lab.training.conditions import PLAIN
from quiz.lab.training.gate import Verdict, learn_and_judge
from quiz.lab.training.learn import learn_loadings, learn_means
from quiz.lab.training.simulate import Pupils, expert_loadings, simulate_bank, simulate_pupils
from quiz.usecases.class_pictures.answers import StoredAnswers

PER_SCHOOL = 90


@pytest.fixture(scope="module")
def pupils(bank: Bank) -> Pupils:
    """Pupils of a world in which some questions are much liked and others not at all."""
    generator = np.random.default_rng(8)
    conditions = replace(PLAIN, popularity=0.8, careless=0.0)
    world = simulate_bank(expert_loadings(bank), conditions, generator)
    return simulate_pupils(world, conditions, len(bank.values), 8 * PER_SCHOOL, generator)


def stored(pupils: Pupils, count: int | None = None) -> StoredAnswers:
    """Store them as eight schools of two types, with their true first world as own choice."""
    values = (pupils.answers[:count] + 1).astype(float)
    generator = np.random.default_rng(0)
    values[generator.random(values.shape) < 0.2] = np.nan
    values[generator.random(values.shape) < 0.1] = 0
    size = len(values)
    return StoredAnswers(
        values=values,
        seconds=np.full(values.shape, 2.5),
        school=np.arange(size) // PER_SCHOOL,
        own_world=pupils.top[:size],
        school_type=tuple("havo" if place % 2 else "vwo" for place in range(size)),
        language=("nl",) * size,
    )


def test_means_learned_from_part_of_the_answers_are_those_of_all(
    model: Model, pupils: Pupils
) -> None:
    table = stored(pupils)
    present = table.values > 0
    learned = learn_means(model.measurement, np.where(present, table.values, 0.0), present)
    true = pupils.answers.mean(axis=0) + 1
    assert np.abs(model.measurement.means - true).mean() > 0.3
    assert np.abs(learned.means - true).mean() < 0.1
    assert learned.loadings.tolist() == model.measurement.loadings.tolist()


def test_a_mean_of_few_answers_stays_what_it_was(model: Model, pupils: Pupils) -> None:
    answers = pupils.answers[:60].astype(float) + 1
    present = np.ones(answers.shape, bool)
    present[40:, 0] = False
    learned = learn_means(model.measurement, answers, present)
    assert learned.means[0] == model.measurement.means[0]
    assert learned.means[1] != model.measurement.means[1]


def test_loadings_are_learned_near_what_was_believed(model: Model, pupils: Pupils) -> None:
    answers = pupils.answers.astype(float) + 1
    learned = learn_loadings(model.measurement, answers, np.ones(answers.shape, bool))
    assert np.abs(learned.loadings - model.measurement.loadings).mean() < 0.15
    assert (learned.unique > 0).all()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"values": np.full((0, 45), np.nan), "school": np.zeros(0, int)}, "0 answers to learn"),
        ({"school": np.zeros(8 * PER_SCHOOL, int)}, "1 schools, 4 are needed"),
        ({"own_world": np.full(8 * PER_SCHOOL, -1)}, "0 pupils of held-out schools chose"),
    ],
)
def test_with_too_little_data_nothing_is_changed(
    model: Model, pupils: Pupils, change: dict[str, object], message: str
) -> None:
    table = stored(pupils, 0) if "values" in change else stored(pupils)
    verdict = learn_and_judge(model, replace(table, **change))  # type: ignore[arg-type]
    assert verdict.model is None
    assert message in verdict.summary
    assert not verdict.passed


def test_real_popularity_gives_a_gain_on_schools_that_were_held_out(
    model: Model, pupils: Pupils
) -> None:
    verdict = learn_and_judge(model, stored(pupils))
    assert verdict.model is not None
    checks = {check.name: check for check in verdict.checks}
    assert checks["log-loss gain"].passed
    assert checks["lower bound of the gain"].passed
    assert {"calibration error", "gap or bias by school type", "golden profiles"} <= set(checks)
    assert "from 540 real pupils" in verdict.summary
    assert verdict.model.provenance["real_pupils"] == 540
    assert verdict.passed == all(check.passed for check in verdict.checks)
    assert not Verdict(None, "nothing").passed


def test_every_question_gets_its_figures_and_every_world_its_reliability(
    model: Model, pupils: Pupils
) -> None:
    fitted, gathered = items.gather(model, stored(pupils), 50)
    rows = items.question_rows(fitted, gathered)
    assert [row["question"] for row in rows] == list(model.form.items)
    for row in rows:
        assert set(row) == set(items.QUESTION_COLUMNS)
        assert float(row["skip_rate"]) == pytest.approx(0.1, abs=0.06)
        assert row["seconds"] == 2.5
        assert float(row["loading"]) > 0.3
        assert float(row["information"]) > 0
        assert "above" in str(row["by_school_type"])
        assert row["by_language"] == ""
    for world in items.world_rows(fitted, gathered):
        assert 0.6 < float(world["alpha"]) < 1
        assert 0.6 < float(world["reliability"]) < 1


def test_what_rests_on_few_answers_stays_empty(model: Model, pupils: Pupils) -> None:
    for count in (0, 20):
        fitted, gathered = items.gather(model, stored(pupils, count), 50)
        rows = items.question_rows(fitted, gathered)
        assert all(set(row) == {"question", "world", "answers"} for row in rows)
        text = items.as_csv(items.WORLD_COLUMNS, items.world_rows(fitted, gathered))
        assert text.splitlines()[1].endswith(",,")
    few = replace(gathered, least=15)
    assert all(row["alpha"] == "" for row in items.world_rows(fitted, few))
