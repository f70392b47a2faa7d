"""The figures of the plan, from bare matrices of answers; None where there are too few pupils."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.domain.scoring.evidence import Evidence
from quiz.domain.scoring.model import Measurement
from quiz.domain.scoring.normal import Array
from quiz.lab.training.items import Gathered, gather, world_rows
from quiz.lab.training.learn import LEAST_FORMS
from quiz.lab.training.simulate import Mask
from quiz.lab.validation.groups import large_groups
from quiz.lab.validation.plan import LEAST, LEAST_SECONDS, MOST_DIF, MOST_SECONDS, interval
from quiz.usecases.class_pictures.answers import StoredAnswers
from quiz.usecases.class_pictures.twice import Twice

_TOP = 3


class Share(NamedTuple):
    """A share of a group, with its 95 % interval; `of` says which group."""

    of: str
    pupils: int
    share: float
    low: float
    high: float


class Retest(NamedTuple):
    """Two times the quiz: lowest and mean correlation over worlds, and how the first ones stay."""

    pairs: int
    lowest: float
    mean: float
    same_first: float
    shared_of_three: float


def reliabilities(scorer: Scorer, stored: StoredAnswers) -> dict[str, tuple[float, float | None]]:
    """Per world McDonald's omega of all its questions, and Cronbach's alpha where it is known.

    Omega comes from loadings, so only from when those are learned.
    """
    if len(stored) < LEAST_FORMS:
        return {}
    model, gathered = gather(scorer.model, stored, LEAST)
    alphas = {str(row["world"]): row.get("alpha", "") for row in world_rows(model, gathered)}
    found: dict[str, tuple[float, float | None]] = {}
    for world in scorer.worlds:
        alpha = alphas[world]
        omega = _omega(scorer, model.measurement, world)
        found[world] = (omega, float(alpha) if alpha != "" else None)
    return found


def _omega(scorer: Scorer, measurement: Measurement, world: str) -> float:
    """Omega = (sum l)^2 / ((sum l)^2 + sum psi) over the questions of a world (McDonald, 1999)."""
    own = [place for place, each in enumerate(scorer.items.values()) if each == world]
    signed = np.abs(measurement.loadings[own, list(scorer.worlds).index(world)]).sum() ** 2
    return float(signed / (signed + measurement.unique[own].sum()))


def chosen_in_top_three(scorer: Scorer, stored: StoredAnswers) -> list[Share]:
    """How often the world that a pupil chose, before any result, is among the first three."""
    chose = stored.own_world >= 0
    if chose.sum() < LEAST:
        return []
    first = np.argsort(-scorer.probabilities_batch(stored.values), axis=1)[:, :_TOP]
    hit = (first == stored.own_world[:, None]).any(axis=1)
    everybody = {"everybody": chose, **large_groups(stored.stage, chose)}
    return [_share(name, hit[where]) for name, where in everybody.items()]


def _share(name: str, hit: Array) -> Share:
    share, count = float(hit.mean()), len(hit)
    return Share(name, count, share, *interval(share, count))


def fashions(scorer: Scorer, stored: StoredAnswers) -> dict[str, float]:
    """Per world how much more often it comes first than pupils choose it."""
    chose = stored.own_world >= 0
    if chose.sum() < LEAST:
        return {}
    first = scorer.probabilities_batch(stored.values[chose]).argmax(axis=1)
    shares = [
        np.bincount(places, minlength=len(scorer.worlds)) / chose.sum()
        for places in (first, stored.own_world[chose])
    ]
    return dict(zip(scorer.worlds, (shares[0] - shares[1]).tolist(), strict=True))


def unfair_questions(scorer: Scorer, stored: StoredAnswers, codes: Sequence[str]) -> list[str]:
    """Questions answered otherwise by one group than by others with the same interests.

    A difference counts from `MOST_DIF` standard deviations of an answer on, and when it is beyond
    chance for that many questions (Bonferroni).
    """
    if len(stored) < LEAST:
        return []
    _, gathered = gather(scorer.model, stored, LEAST)
    groups = large_groups(codes, np.ones(len(stored), bool))
    beyond = 3.5  # standard errors: .05 over 56 questions and about two groups, two-sided
    found = []
    for place, name in enumerate(scorer.items):
        for group, where in groups.items():
            size, error = _difference(gathered, place, where)
            if abs(size) >= MOST_DIF and abs(size) > beyond * error:
                found.append(f"{name} ({group}: {size:+.2f} SD)")
    return found


def _difference(gathered: Gathered, place: int, where: Mask) -> tuple[float, float]:
    """The difference of a group from the others in SDs of an answer, and its standard error."""
    there = gathered.present[:, place]
    inside, outside = there & where, there & ~where
    counts = int(inside.sum()), int(outside.sum())
    if min(counts) < LEAST:
        return 0.0, 1.0
    rest = gathered.answers[:, place] - gathered.expected[:, place]
    spread = max(float(gathered.answers[there, place].std()), 1e-9)
    size = float(rest[inside].mean() - rest[outside].mean()) / spread
    error = float(rest[there].std()) / spread * (1 / counts[0] + 1 / counts[1]) ** 0.5
    return size, error


def odd_times(scorer: Scorer, stored: StoredAnswers) -> tuple[int, list[str]]:
    """How many questions have enough measured times, and which have an odd median."""
    medians = {
        name: float(np.median(measured))
        for name, measured in zip(scorer.items, _measured(stored), strict=True)
        if len(measured) >= LEAST
    }
    odd = [
        f"{name} ({seconds:.1f} s)"
        for name, seconds in medians.items()
        if not LEAST_SECONDS <= seconds <= MOST_SECONDS
    ]
    return len(medians), odd


def _measured(stored: StoredAnswers) -> Iterator[Array]:
    for column in stored.seconds.T:
        yield column[~np.isnan(column)]


def retest(scorer: Scorer, twice: Twice) -> Retest | None:
    """How much the same pupils get the same the next time."""
    if len(twice.then) < LEAST:
        return None
    evidence = Evidence(scorer.model.measurement, scorer.values)
    sides = [_interests(evidence, values) for values in twice]
    each = [
        float(np.corrcoef(then, now)[0, 1]) for then, now in zip(*(s.T for s in sides), strict=True)
    ]
    order = [np.argsort(-scorer.probabilities_batch(values), axis=1)[:, :_TOP] for values in twice]
    both = (order[0][:, :, None] == order[1][:, None, :]).any(axis=2).sum(axis=1)
    return Retest(
        pairs=len(both),
        lowest=min(each),
        mean=float(np.mean(each)),
        same_first=float((order[0][:, 0] == order[1][:, 0]).mean()),
        shared_of_three=float(both.mean()),
    )


def _interests(evidence: Evidence, values: Array) -> Array:
    """Interest in each world against the pupil's own mean (P, W)."""
    present = (np.nan_to_num(values) > 0).astype(float)
    mean = evidence.beliefs(np.nan_to_num(values), present).mean
    result: Array = mean - mean.mean(axis=1, keepdims=True)
    return result
