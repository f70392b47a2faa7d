"""The sentences around a result: own choice, tech type of today, quality and what it is not."""

from quiz.domain.bank.schema import COARSE_BELOW, MOST_TECH_TYPES, Texts
from quiz.domain.scoring.profile import Profile
from quiz.results.earned import EarnedWorlds
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.progress import UNKNOWN_WORLD
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.advisers import who_helps
from quiz.web.runtime import services

FAST = "fast"


def own_choice(state: AttemptState, profile: Profile, earned: EarnedWorlds, content: Texts) -> str:
    """What the pupil chose beside what the answers point to; both are worth a talk."""
    chosen = state.own_world
    if chosen in (None, UNKNOWN_WORLD) or chosen not in profile.worlds:
        return content.results["own.unknown"]
    if profile.flat:
        return content.results["own.flat"].format(world=content.worlds[chosen].name)
    key = "own.same" if chosen in earned.front else "own.other"
    if chosen in earned.also:
        key = "own.near"
    return content.results[key].format(world=content.worlds[chosen].name)


def tech_type_lines(state: AttemptState, content: Texts) -> tuple[tuple[tuple[str, str], ...], str]:
    """At most two ways of approaching technology, as (name, text), or a sentence instead."""
    bank = services().bank
    given = bank.tech_answers(state.answers)
    found = bank.strongest({bank.every_tech_item[name]: value for name, value in given.items()})
    if not found:
        return (), content.results["tech.none"]
    if len(found) > MOST_TECH_TYPES:
        return (), content.results["tech.many"]
    types = [content.tech_types[name] for name in found]
    return tuple((kind.name, kind.text) for kind in types), ""


def remarks(
    state: AttemptState, result: FrozenResult, profile: Profile, content: Texts
) -> tuple[str, ...]:
    """Friendly words about the quality of the answers; never a reason to leave somebody out.

    That somebody hurried comes first: the page says one of them above the folds. Where there is no
    picture nobody is asked whether it is right: what is said of equal answers asks if it went fast.
    """
    adviser = who_helps(state.school_type).asked
    said = [code for code in profile.remarks if not (code == FAST and profile.flat)]
    codes = sorted(said, key=lambda code: code != FAST)
    found = [content.results[f"remark.{code}"].format(adviser=adviser) for code in codes]
    if result.answered < COARSE_BELOW:
        found.append(content.results["remark.few_answers"].format(answered=result.answered))
    return tuple(found)


def notes(state: AttemptState, result: FrozenResult, content: Texts) -> tuple[str, ...]:
    """What every result says: a look at today, not yet tested.

    And if it was made with earlier questions, or by the plain sum.
    """
    version, _model = result.made_with
    earlier = version != services().bank.version
    keys = ["today.note", "untested.note", *(["earlier.note"] if earlier else [])]
    keys += ["fallback.note"] if result.fallback else []
    adviser = who_helps(state.school_type).asked
    return tuple(content.results[key].format(adviser=adviser, version=version) for key in keys)
