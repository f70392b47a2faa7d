"""A scorer from answers alone, for any number of scales and answer levels."""

import numpy as np
import pytest

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.errors import ResponseError
from quiz.domain.scoring.normal import Array
from quiz.lab.training import fit_from_responses, responses
from quiz.lab.training.factors import first_view, fit_measurement
from quiz.lab.training.halves import losses_on_the_other_half
from quiz.lab.training.published import Inventory
from quiz.lab.training.simulate import Whole

People = list[dict[str, int]]


def invent(
    scales: int, levels: int, count: int, per_scale: int = 5
) -> tuple[Whole, dict[str, str], People]:
    """Make people who answer by their interests; return answers (P, N), items and people."""
    generator = np.random.default_rng(scales)
    interests = generator.normal(0, 1, (count, scales)) + 0.6 * generator.normal(0, 1, (count, 1))
    latent = 0.7 * interests.repeat(per_scale, axis=1)
    latent = latent + 0.7 * generator.normal(0, 1, latent.shape)
    latent = latent + generator.normal(0, 0.5, latent.shape[1])
    answers = np.clip(np.round((levels + 1) / 2 + 0.25 * (levels - 1) * latent), 1, levels)
    whole = answers.astype(np.int64)
    items = {f"v{k}": f"schaal {k // per_scale}" for k in range(scales * per_scale)}
    return whole, items, [dict(zip(items, row, strict=True)) for row in whole.tolist()]


def highest_scales(answers: Whole, norm: Whole, scales: int) -> Array:
    standard = (answers - norm.mean(axis=0)) / norm.std(axis=0)
    return np.asarray(standard.reshape(len(answers), scales, -1).mean(axis=2).argmax(axis=1))


def agreement(scorer: Scorer, people: People, top: Array, length: int) -> float:
    hits = []
    for person, best in zip(people, top, strict=True):
        given = dict(person) if length == len(person) else {}  # the order of all of them is free
        while len(given) < length:
            name = scorer.next_items(given)[0]
            given[name] = person[name]
        chances = scorer.probabilities(given)
        hits.append(max(chances, key=lambda world: chances[world]) == scorer.worlds[int(best)])
    return float(np.mean(hits))


@pytest.fixture
def few_lessons(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter of the invented people: as good for all but how much of a form is known when."""
    monkeypatch.setattr(responses, "PARTS", responses.PARTS // 4)


@pytest.mark.parametrize(("scales", "levels"), [(5, 4), (6, 7), (8, 5), (3, 3)])
def test_most_of_the_complete_form_is_known_after_part_of_it(scales: int, levels: int) -> None:
    answers, items, people = invent(scales, levels, 400)
    scorer = fit_from_responses(people[:300], items, levels)
    assert list(scorer.worlds) == list(dict.fromkeys(items.values()))
    assert list(scorer.values) == list(range(1, levels + 1))
    top = highest_scales(answers[300:], answers[:300], scales)
    assert agreement(scorer, people[300:], top, round(0.65 * len(items))) > 0.8
    assert agreement(scorer, people[300:], top, len(items)) > 0.92


@pytest.mark.usefixtures("few_lessons")
@pytest.mark.parametrize(("scales", "levels", "per_scale"), [(4, 5, 8), (6, 7, 8), (3, 4, 12)])
def test_the_interest_is_never_surer_than_the_other_half_of_the_questions_bears_out(
    scales: int, levels: int, per_scale: int
) -> None:
    _, items, people = invent(scales, levels, 500, per_scale)
    losses = losses_on_the_other_half(Inventory(people[:300], people[300:], items, levels))
    by_form, by_interest = losses["form"], losses["interest"]
    assert np.diff(by_interest).max() < 0.03  # by chance among two hundred people
    assert by_interest[-1] == pytest.approx(by_interest.min(), abs=0.03)
    assert by_interest[-1] < by_interest[0] - 0.2
    assert by_form[-1] > by_form.min() + 0.5  # what the parameter is for


def test_two_scales_with_yes_or_no_are_enough() -> None:
    answers, items, people = invent(2, 2, 300)
    scorer = fit_from_responses(people[:200], items, 2)
    top = highest_scales(answers[200:], answers[:200], 2)
    assert agreement(scorer, people[200:], top, len(items)) > 0.75


@pytest.mark.usefixtures("few_lessons")
def test_the_same_answers_give_the_same_scorer() -> None:
    _, items, people = invent(3, 5, 60)
    once, again = (fit_from_responses(people, items, 5, seed=2) for _ in range(2))
    assert once.model_version == again.model_version
    assert fit_from_responses(people, items, 5, seed=3).model_version != once.model_version


@pytest.mark.usefixtures("few_lessons")
def test_answers_that_are_missing_are_no_answers() -> None:
    answers, items, people = invent(4, 5, 500)
    generator = np.random.default_rng(1)
    holes = [
        {name: value for name, value in person.items() if generator.random() < 0.7}
        for person in people[:400]
    ]
    scorer = fit_from_responses(holes, items, 5)
    means = scorer.model.measurement.means
    assert means == pytest.approx(answers[:400].mean(axis=0), abs=0.2)
    top = highest_scales(answers[400:], answers[:400], 4)
    assert agreement(scorer, people[400:], top, len(items)) > 0.9
    zeros = [{name: person.get(name, 0) for name in items} for person in holes]
    assert fit_from_responses(zeros, items, 5).model_version == scorer.model_version


def test_what_was_put_in_comes_out() -> None:
    answers, items, _ = invent(3, 7, 3000, per_scale=8)
    own = np.array([[int(name[1:]) // 8 == world for world in range(3)] for name in items])
    present = np.ones(answers.shape, bool)
    table = answers.astype(float)
    found = fit_measurement(table, present, first_view(table, present, own))
    covariance = found.loadings @ found.prior @ found.loadings.T + np.diag(found.unique)
    assert np.abs(covariance - np.cov(table.T)).max() < 0.15
    assert found.means == pytest.approx(table.mean(axis=0))
    assert np.diagonal(found.prior) == pytest.approx(np.ones(4))


@pytest.mark.usefixtures("few_lessons")
def test_few_people_or_people_who_all_say_the_same_still_give_a_scorer() -> None:
    _, items, people = invent(3, 5, 5)
    for few in (people, people[:1], [dict.fromkeys(items, 3)] * 20, [{"v0": 4}]):
        scorer = fit_from_responses(few, items, 5)
        answers = {name: 5 if world == "schaal 1" else 2 for name, world in items.items()}
        assert scorer.profile(answers).worlds[0] == "schaal 1"


@pytest.mark.parametrize(
    ("people", "items", "levels", "message"),
    [
        ([], {"a": "x", "b": "y"}, 5, "not a single answer"),
        ([{"a": 0}, {}], {"a": "x", "b": "y"}, 5, "not a single answer"),
        ([{"a": 6}], {"a": "x", "b": "y"}, 5, "has answer 6"),
        ([{"c": 1}], {"a": "x", "b": "y"}, 5, "unknown question 'c'"),
        ([{"a": 1}], {"a": "x", "b": "x"}, 5, "at least two scales"),
        ([{"a": 1}], {"a": "x", "b": "y"}, 1, "two answer levels"),
    ],
)
def test_what_cannot_be_learned_from_is_refused(
    people: People, items: dict[str, str], levels: int, message: str
) -> None:
    with pytest.raises(ResponseError, match=message):
        fit_from_responses(people, items, levels)


def test_an_unknown_target_is_refused() -> None:
    _, items, people = invent(3, 5, 5)
    with pytest.raises(ResponseError, match="use form or interest"):
        fit_from_responses(people, items, 5, target="truth")  # type: ignore[arg-type]
