"""What a pupil's own answers say: liked, liked where it was not expected, unknown, or never."""

from collections.abc import Mapping

from quiz.domain.bank.schema import MOST_TECH_TYPES, TOP_WORLDS
from quiz.domain.scoring.profile import Profile
from quiz.domain.talk.answers import Answers, highest, lowest

Blanks = dict[str, str | int]

MANY_UNKNOWN = 4
MUCH_LIKED = 0.6
ENOUGH_IN_WORLD = 2


def answer_signals(answers: Answers, profile: Profile) -> Mapping[str, Blanks]:
    """Everything that follows from single answers; of a flat result, nothing about an order."""
    if not answers.real:
        return {}
    found: dict[str, Blanks | None] = {
        **_quotes(answers),
        "liked": _liked(answers, profile),
        "liked_elsewhere": None if profile.flat else _liked_elsewhere(answers, profile),
        "low_in_top": None if profile.flat else _low_in_top(answers, profile),
        "low_world": _low_world(answers, profile),
        "nothing_liked": _nothing_liked(answers),
        "much_liked": _much_liked(answers, profile),
        "unknown": _unknown(answers),
        "tech": _tech(answers),
    }
    return {name: blanks for name, blanks in found.items() if blanks is not None}


def _answer(answers: Mapping[str, int], item: str) -> Blanks:
    return {"item": item, "value": answers[item]}


def _with_world(answers: Answers, item: str) -> Blanks:
    return {**_answer(answers.real, item), "world": answers.world(item)}


def _quotes(answers: Answers) -> dict[str, Blanks | None]:
    """Two answers that can always be quoted: the highest, and the highest of another world."""
    best = highest(answers.real)
    others = {
        name: value
        for name, value in answers.real.items()
        if answers.world(name) != answers.world(best)
    }
    also = highest(others) if others else best
    return {"always": _answer(answers.real, best), "also": _answer(answers.real, also)}


def _liked(answers: Answers, profile: Profile) -> Blanks | None:
    """The best liked answer in the worlds on top."""
    here = {
        name: value
        for name, value in answers.real.items()
        if answers.world(name) in profile.top and value >= answers.liked
    }
    return _with_world(answers, highest(here)) if here else None


def _liked_elsewhere(answers: Answers, profile: Profile) -> Blanks | None:
    """The best liked answer outside the worlds that are shown first, the lowest world first."""
    for world in reversed(profile.worlds[TOP_WORLDS:]):
        here = answers.in_world(world)
        if here and here[highest(here)] == answers.bank.values[-1]:
            return _with_world(answers, highest(here))
    return None


def _low_in_top(answers: Answers, profile: Profile) -> Blanks | None:
    """A low answer in the first world, beside one that is liked there."""
    here = answers.in_world(profile.worlds[0])
    if not here or here[highest(here)] < answers.liked or here[lowest(here)] > answers.disliked:
        return None
    return _with_world(answers, lowest(here))


def _low_world(answers: Answers, profile: Profile) -> Blanks | None:
    """The lowest world in which every answer was low, of a pupil who did like something."""
    if _nothing_liked(answers):
        return None
    for world in reversed(profile.worlds):
        here = answers.in_world(world)
        if len(here) >= ENOUGH_IN_WORLD and max(here.values()) <= answers.disliked:
            return _with_world(answers, lowest(here))
    return None


def _nothing_liked(answers: Answers) -> Blanks | None:
    best = highest(answers.real)
    return _answer(answers.real, best) if answers.real[best] < answers.liked else None


def _much_liked(answers: Answers, profile: Profile) -> Blanks | None:
    """Much is liked and no world stands out: of a world in front the quiz itself asks more."""
    if profile.outcome == "clear":
        return None
    count = sum(value >= answers.liked for value in answers.real.values())
    total = len(answers.real)
    return {"count": count, "total": total} if count >= MUCH_LIKED * total else None


def _unknown(answers: Answers) -> Blanks | None:
    count = len(answers.unknown)
    return {"item": answers.unknown[0], "count": count} if count >= MANY_UNKNOWN else None


def _tech(answers: Answers) -> Blanks | None:
    """How the pupil approaches technology today, if one or two ways stand out."""
    strongest = answers.bank.strongest(answers.tech)
    if not 0 < len(strongest) <= MOST_TECH_TYPES:
        return None
    item = strongest[0]
    return {**_answer(answers.tech, item), "type": answers.bank.every_tech_item[item]}
