"""Chooses the questions of a talk: what this result tells first, and every competence in turn."""

from collections.abc import Sequence
from itertools import chain

from quiz.domain.bank.schema import COMPETENCES
from quiz.domain.talk.schema import (
    CERTAIN,
    CLOSING,
    MINUTES,
    OPENING,
    Asked,
    Guide,
    Prompt,
    Talk,
    TalkPart,
)
from quiz.domain.talk.signals import Signals
from quiz.domain.talk.words import fill

SHORT, LONG = MINUTES
# The competences that get a question in each round. A short talk leaves steering and networking
# to its closing question, which asks for a step and for who helps with it.
ROUNDS = {SHORT: (COMPETENCES[:3],), LONG: (COMPETENCES, COMPETENCES)}
OFTEN = 2


def talk_questions(guide: Guide, signals: Signals, minutes: int) -> Talk:
    """A talk of 10 or 25 minutes (ValueError for any other) for one pupil.

    Between opening and closing a short talk has three questions and a long one ten. A round gives
    each of its competences one, so that a short talk is the beginning of a long one; a signal that
    was asked about waits until the others have had their turn.
    """
    if minutes not in ROUNDS:
        raise ValueError(f"no talk of {minutes} minutes: choose 10 or 25")
    chosen = _rounds(guide, signals, ROUNDS[minutes])
    return Talk(
        minutes=minutes,
        how=guide.how[minutes],
        opening=_first(guide, signals, OPENING),
        parts=tuple(
            TalkPart(
                competence,
                *guide.competences[competence],
                tuple(_asked(guide, signals, prompt) for prompt in chosen[competence]),
            )
            for competence in COMPETENCES
        ),
        closing=_first(guide, signals, CLOSING),
    )


def _rounds(
    guide: Guide, signals: Signals, rounds: Sequence[Sequence[str]]
) -> dict[str, list[Prompt]]:
    chosen: dict[str, list[Prompt]] = {competence: [] for competence in COMPETENCES}
    used: list[str] = []
    for competence in chain.from_iterable(rounds):
        prompt = _next(_open(guide, signals, competence, chosen[competence]), used)
        chosen[competence].append(prompt)
        used.append(prompt.when)
    return chosen


def _open(guide: Guide, signals: Signals, part: str, before: list[Prompt]) -> list[Prompt]:
    """The questions of a part whose signal is there and that were not chosen yet."""
    return [
        prompt for prompt in guide.prompts[part] if prompt.when in signals and prompt not in before
    ]


def _next(prompts: list[Prompt], used: list[str]) -> Prompt:
    """The first question about what was asked about least; the certain ones come after those."""

    def wait(prompt: Prompt) -> tuple[bool, bool, int]:
        count = used.count(prompt.when)
        return count >= OFTEN, prompt.when in CERTAIN, count

    return min(prompts, key=wait)


def _first(guide: Guide, signals: Signals, part: str) -> Asked:
    return _asked(guide, signals, _open(guide, signals, part, [])[0])


def _asked(guide: Guide, signals: Signals, prompt: Prompt) -> Asked:
    blanks = signals.found[prompt.when]
    return Asked(
        prompt.id, fill(prompt.ask, blanks, guide.texts), fill(prompt.why, blanks, guide.texts)
    )
