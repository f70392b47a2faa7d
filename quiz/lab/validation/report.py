"""The report of docs/validation.md in Markdown: what was asked, what was found, what follows."""

from collections.abc import Iterator

import numpy as np

from quiz.domain.scoring import Scorer
from quiz.lab.validation import figures, plan
from quiz.lab.validation.groups import about, large_groups
from quiz.usecases.class_pictures.answers import StoredAnswers
from quiz.usecases.class_pictures.twice import Twice

INVENTED = (
    "> **INVENTED PUPILS.** Everything below comes from pupils that a computer made up, to try the "
    "report. It says nothing about anybody, nor about the questions."
)
_HEADING = (
    "Model {model}, bank {bank}. The plan, with the reasons and what follows from each outcome, is "
    "docs/validation.md; it was written before the data."
)
_TOO_FEW = "Too few pupils: nothing is said."


def report(scorer: Scorer, stored: StoredAnswers, twice: Twice, *, invented: bool = False) -> str:
    """The whole report; about groups below `plan.LEAST` pupils it is silent."""
    lines = ["# Validation report", ""]
    lines += [INVENTED, ""] if invented else []
    lines += [_HEADING.format(model=scorer.model_version, bank=scorer.bank_hash[:12]), ""]
    parts = (
        ("Who answered", _who(stored)),
        ("1. Reliability", _reliability(scorer, stored)),
        ("2. Again", _again(scorer, twice)),
        ("3. Own choice among the first three", _own_choice(scorer, stored)),
        ("4. Questions that differ between groups", _groups(scorer, stored)),
        ("5. Times", _times(scorer, stored)),
        ("6. Worlds in fashion", _fashion(scorer, stored)),
    )
    for title, found in parts:
        lines += [f"## {title}", *(list(found) or [_TOO_FEW]), ""]
    return "\n".join(lines)


def _who(stored: StoredAnswers) -> Iterator[str]:
    yield f"- Pupils: {about(len(stored))}; with an own choice: {about(_chose(stored))}."
    everybody = np.ones(len(stored), bool)
    for what, codes in (
        ("School type", stored.school_type),
        ("Language", stored.language),
        ("Stage", stored.stage),
    ):
        groups = large_groups(codes, everybody)
        known = ", ".join(f"{name} {about(int(where.sum()))}" for name, where in groups.items())
        yield f"- {what}: {known or 'no group is large enough'}."


def _chose(stored: StoredAnswers) -> int:
    return int((stored.own_world >= 0).sum())


def _reliability(scorer: Scorer, stored: StoredAnswers) -> Iterator[str]:
    enough = len(stored) >= plan.FORMS
    for world, (omega, alpha) in figures.reliabilities(scorer, stored).items():
        beside = "too few pairs" if alpha is None else f"{alpha:.2f}"
        verdict = _verdict(omega >= plan.LEAST_OMEGA, enough=enough)
        wanted = f"{plan.LEAST_OMEGA:.2f} or more"
        yield f"- {world}: omega {omega:.2f} (alpha {beside}), {wanted}: {verdict}."


def _again(scorer: Scorer, twice: Twice) -> Iterator[str]:
    found = figures.retest(scorer, twice)
    if found is None:
        return
    verdict = _verdict(found.lowest >= plan.LEAST_RETEST, enough=found.pairs >= plan.PAIRS)
    yield f"- {about(found.pairs)} pupils did it twice."
    yield (
        f"- Correlation of interests: mean {found.mean:.2f}, lowest world {found.lowest:.2f}; "
        f"{plan.LEAST_RETEST:.2f} or more: {verdict}."
    )
    yield (
        f"- The same first world: {found.same_first:.0%}; of the first three "
        f"{found.shared_of_three:.1f} the same."
    )


def _own_choice(scorer: Scorer, stored: StoredAnswers) -> Iterator[str]:
    wanted = plan.LEAST_IN_TOP_THREE
    for each in figures.chosen_in_top_three(scorer, stored):
        verdict = _verdict(each.low >= wanted, enough=not each.low < wanted <= each.high)
        yield (
            f"- {each.of} ({about(each.pupils)}): {each.share:.0%}, between {each.low:.0%} and "
            f"{each.high:.0%}; {wanted:.0%} or more: {verdict}."
        )


def _groups(scorer: Scorer, stored: StoredAnswers) -> Iterator[str]:
    everybody = np.ones(len(stored), bool)
    for what, codes in (("school type", stored.school_type), ("language", stored.language)):
        sizes = [int(where.sum()) for where in large_groups(codes, everybody).values()]
        if sizes and min(sizes) < len(stored):
            odd = figures.unfair_questions(scorer, stored, codes)
            verdict = _verdict(not odd, enough=min(sizes) >= plan.GROUP)
            yield f"- By {what}: {', '.join(odd) or 'none'}; none: {verdict}."
        else:
            yield f"- By {what}: no two groups are large enough."


def _times(scorer: Scorer, stored: StoredAnswers) -> Iterator[str]:
    known, odd = figures.odd_times(scorer, stored)
    if known:
        wanted = f"{plan.LEAST_SECONDS} to {plan.MOST_SECONDS:.0f} s"
        verdict = _verdict(not odd, enough=known == len(scorer.items))
        yield f"- Questions with enough times: {known}."
        yield f"- Outside {wanted}: {', '.join(odd) or 'none'}; none: {verdict}."


def _fashion(scorer: Scorer, stored: StoredAnswers) -> Iterator[str]:
    enough = _chose(stored) >= plan.PUPILS
    for world, gap in figures.fashions(scorer, stored).items():
        verdict = _verdict(abs(gap) <= plan.MOST_FASHION, enough=enough)
        wanted = f"{plan.MOST_FASHION:.0%} at most"
        yield f"- {world}: {gap:+.0%} first against chosen, {wanted}: {verdict}."


def _verdict(reached: bool, *, enough: bool) -> str:
    """What the plan says; nothing is decided before there is enough to decide on."""
    if not enough:
        return "too early to decide"
    return "yes" if reached else "NO, see the plan"
