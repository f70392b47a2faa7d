"""Builds a model from the question bank: invent worlds and pupils, learn the head, describe."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from quiz.domain.bank.schema import Bank
from quiz.domain.scoring.expert import bank_form, expert_measurement, static_order
from quiz.domain.scoring.head import tied_head
from quiz.domain.scoring.model import Model, Rules
from quiz.domain.scoring.scorer import Scorer
from quiz.lab.training.conditions import Conditions
from quiz.lab.training.honesty import bounds, misfits_by_length
from quiz.lab.training.lessons import FIRST_HEAD, learn_head, lessons
from quiz.lab.training.simulate import Pupils, expert_loadings, simulate_bank, simulate_pupils

TRAINER = 3  # raise it when the same bank and plan would give another model

Draw = Callable[[np.random.Generator], Conditions]


@dataclass(frozen=True)
class TrainingPlan:
    """How much to simulate: invented banks, and pupils for each of them."""

    seed: int = 0
    banks: int = 120
    pupils: int = 200

    @property
    def honest_banks(self) -> int:
        """How many more banks show how surprising honest pupils are."""
        return max(self.banks // 4, 1)

    @property
    def length(self) -> int:
        """How many banks are invented in all."""
        return self.banks + self.honest_banks


def train(
    bank: Bank, plan: TrainingPlan, progress: Callable[[int], None] = lambda _: None
) -> Model:
    """A model for the bank; the same plan always gives the same model.

    It learns from the questions that pupils get. Those of before are in it as the experts see
    them, so that earlier answers keep counting.
    `progress` is called with the number of invented banks that are done.
    """
    asked = bank.only_live()
    learned = _learn(asked, plan, progress)
    return replace(
        learned,
        bank_hash=bank.hash,
        form=bank_form(bank, learned.form.order),
        measurement=expert_measurement(bank),
    )


def _learn(bank: Bank, plan: TrainingPlan, progress: Callable[[int], None]) -> Model:
    generator = np.random.default_rng(plan.seed)
    model = untrained(bank)
    scorer = Scorer(model)
    parts = []
    for done in range(plan.banks):
        parts.append(lessons(scorer, invent(bank, plan.pupils, generator, draw_wide), generator))
        progress(done + 1)
    head, metrics = learn_head(parts, generator)
    scorer = Scorer(replace(model, head=head))
    misfits = []
    for done in range(plan.honest_banks):
        honest = invent(bank, plan.pupils, generator, draw_mild)
        misfits.append(misfits_by_length(scorer, honest))
        progress(plan.banks + done + 1)
    return replace(
        scorer.model,
        provenance=_provenance(plan),
        metrics=metrics,
        misfit=bounds(scorer, misfits),
    )


def invent(bank: Bank, count: int, generator: np.random.Generator, draw: Draw) -> Pupils:
    """Draw an invented world and let pupils answer in it."""
    conditions = draw(generator)
    world = simulate_bank(expert_loadings(bank), conditions, generator)
    return simulate_pupils(world, conditions, len(bank.values), count, generator)


def untrained(bank: Bank) -> Model:
    """The experts' model with a first guess of the head."""
    measurement = expert_measurement(bank)
    order = static_order(measurement, bank_form(bank, bank.live))
    return Model(
        bank_hash=bank.hash,
        form=bank_form(bank, order),
        measurement=measurement,
        head=tied_head(*FIRST_HEAD, len(bank.worlds)),
        rules=Rules(contest=1.0),
        provenance={"summary": "untrained"},
        metrics={},
    )


def draw_mild(generator: np.random.Generator) -> Conditions:
    """Draw how far an invented world is from the experts' view: between "plain" and "shifted".

    Such pupils say how surprising honest answers are. Among rougher ones hardly any answers would
    look strange, also those that were clicked without reading.
    """
    return Conditions(
        loading=generator.uniform(0.04, 0.1),
        stray=generator.uniform(0.0, 0.04),
        style=generator.uniform(0.2, 0.35),
        extremity=generator.uniform(0.0, 0.2),
        popularity=generator.uniform(0.0, 0.15),
        group=generator.uniform(0.0, 0.2),
        local=generator.uniform(0.0, 0.02),
    )


def draw_wide(generator: np.random.Generator) -> Conditions:
    """Draw from milder than "plain" to rougher than "rough": what may be true of real pupils.

    The head learns from these, so that it is as sure as is right for a world of which nobody knows
    how rough it is. Everybody reads the questions here: a few who click without reading are wrong
    however sure we are, and learning from them by the log loss makes us unsure about all others.
    """
    return Conditions(
        loading=generator.uniform(0.04, 0.14),
        stray=generator.uniform(0.0, 0.1),
        style=generator.uniform(0.2, 0.6),
        extremity=generator.uniform(0.0, 0.5),
        reach=generator.uniform(0.9, 1.7),
        popularity=generator.uniform(0.0, 0.5),
        group=generator.uniform(0.0, 0.3),
        local=generator.uniform(0.0, 0.12),
    )


def _provenance(plan: TrainingPlan) -> dict[str, str | int]:
    return {
        "summary": "simulated, 0 real pupils",
        "real_pupils": 0,
        "seed": plan.seed,
        "banks": plan.banks,
        "pupils_per_bank": plan.pupils,
        "trainer": TRAINER,
    }
