"""What zooming in does for invented pupils: who is invited, which steps change, if that is right.

The invented pupils have, besides their interest in the seven worlds, a taste of their own for each
subject (tag): it makes up `share` of the variance of an answer. How large that is in real pupils
nobody knows, so three sizes stand side by side. They answer 28 questions that the engine chooses,
and who is invited zooms in on the world that came first.

Print the figures with `python -m quiz.lab.training.zooming`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import cycle, product
from statistics import fmean

import numpy as np

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.simulated import TOWNS
from quiz.domain.catalogue.files.load import load_catalogue
from quiz.domain.catalogue.matching.ladder import LADDER
from quiz.domain.catalogue.matching.likes import likes_of
from quiz.domain.catalogue.matching.suggestion import Pupil
from quiz.domain.catalogue.matching.zooming import (
    first_programmes,
    likes_with_zoom,
    named_by_zooming,
    zoom_helps,
)
from quiz.domain.scoring import Scorer
from quiz.lab.training.conditions import EVALUATION, Conditions
from quiz.lab.training.forms import adaptive_forms
from quiz.lab.training.simulate import Pupils, simulate_pupils
from quiz.lab.training.tastes import world_with_tastes

Answers = Mapping[str, int]
Tastes = Mapping[str, float]
SEED = 0
QUESTIONS = 28
BANKS, PUPILS = 10, 200
SHARES = (0.1, 0.2, 0.3)


@dataclass(frozen=True)
class Zoomed:
    """One invented pupil whose first world is clear, before and after zooming in.

    `favourite`: the tag of that world that they truly like best; `named`: what the page would
    name; `before` and `after`: whether each of the first programmes is about that favourite.
    """

    invited: bool
    favourite: str
    named: tuple[str, ...] = ()
    changed: bool = False
    before: tuple[bool, ...] = ()
    after: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Trial:
    """What stays the same for all pupils of a run."""

    bank: Bank
    scorer: Scorer
    catalogue: Catalogue
    share: float


def zoomed_pupils(trial: Trial, conditions: Conditions) -> Iterator[Zoomed | None]:
    """All pupils of many invented banks; None for who has no clear first world."""
    generator = np.random.default_rng(SEED)
    honest = replace(conditions, careless=0.0)
    homes = cycle(
        product([(kind, year) for kind, found in LADDER.items() for year, _ in found], TOWNS)
    )
    for _bank in range(BANKS):
        world = world_with_tastes(trial.bank, honest, trial.share, generator)
        pupils = simulate_pupils(world, honest, len(trial.bank.values), PUPILS, generator)
        for answers, tastes, ((kind, year), town) in zip(
            *_walked(trial, pupils), homes, strict=False
        ):
            yield _zoomed(trial, answers, tastes, Pupil({}, (), kind, year, town))


def _walked(trial: Trial, pupils: Pupils) -> tuple[list[Answers], list[Tastes]]:
    """The answers of each pupil on what the engine chose and on all that zooms in; their tastes."""
    bank, names = trial.bank, [*trial.bank.items, *trial.bank.zoom]
    count = len(bank.items)
    (asked,) = adaptive_forms(trial.scorer, pupils.answers[:, :count], [QUESTIONS])
    whole = np.hstack([asked, np.ones((len(asked), len(bank.zoom)), bool)])
    answers: list[Answers] = [
        {names[place]: bank.values[row[place]] for place in np.flatnonzero(shown)}
        for row, shown in zip(pupils.answers, whole, strict=True)
    ]
    tags = list(bank.tags)
    tastes: list[Tastes] = [
        dict(zip(tags, row[len(bank.worlds) :], strict=True)) for row in pupils.interests
    ]
    return answers, tastes


def _zoomed(trial: Trial, all_answers: Answers, tastes: Tastes, somebody: Pupil) -> Zoomed | None:
    bank = trial.bank
    answers = {name: value for name, value in all_answers.items() if name in bank.items}
    profile = trial.scorer.profile(answers)
    if profile.outcome != "clear" or profile.flat:
        return None
    (world,) = profile.top
    favourite = max((t for t in tastes if bank.tags[t].world == world), key=lambda t: tastes[t])
    pupil = replace(
        somebody,
        probabilities=profile.probabilities,
        worlds=(world,),
        likes=likes_of(answers, bank),
    )
    if not zoom_helps(trial.catalogue, bank, pupil, answers, world):
        return Zoomed(invited=False, favourite=favourite)
    more = {**answers, **{name: all_answers[name] for name in bank.zoom_of(world)}}
    then = first_programmes(trial.catalogue, pupil)
    now = first_programmes(trial.catalogue, replace(pupil, likes=likes_with_zoom(more, bank)))
    about = trial.catalogue.programmes
    return Zoomed(
        invited=True,
        favourite=favourite,
        named=named_by_zooming(more, bank, world),
        changed=then != now,
        before=tuple(favourite in about[each].tags for each in then),
        after=tuple(favourite in about[each].tags for each in now),
    )


def line(found: list[Zoomed | None]) -> str:
    """The figures of one run, as a row of a table."""
    clear = [one for one in found if one is not None]
    invited = [one for one in clear if one.invited]
    one = [each for each in invited if len(each.named) == 1]
    named = [each for each in invited if each.named]
    figures = (
        len(clear) / len(found),
        len(invited) / len(found),
        fmean(each.changed for each in invited),
        fmean(any(each.before) for each in invited),
        fmean(any(each.after) for each in invited),
        fmean(fmean(each.before or (False,)) for each in invited),
        fmean(fmean(each.after or (False,)) for each in invited),
        len(one) / len(invited),
        fmean(each.favourite in each.named for each in one),
        len(named) / len(invited),
        fmean(each.favourite in each.named for each in named),
    )
    return " | ".join(f"{figure:.2f}" for figure in figures)


HEAD = (
    "clear | invited | first three change | favourite among them before | after"
    " | share of them about it before | after | one named | right | one or two named | right"
)


def main() -> None:
    """Print the table: each condition, each size of taste."""
    bank = load_bank()
    print(f"generator, share | {HEAD}")  # noqa: T201
    for (name, conditions), share in product(EVALUATION.items(), SHARES):
        trial = Trial(bank, Scorer.load(bank=bank), load_catalogue(), share)
        print(f"{name}, {share} | {line(list(zoomed_pupils(trial, conditions)))}")  # noqa: T201


if __name__ == "__main__":
    main()
