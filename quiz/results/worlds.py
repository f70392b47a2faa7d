"""The worlds of a result: headline, sky, cards with reasons and work, and one to discover."""

from collections.abc import Iterable

from quiz.domain.bank.schema import Texts
from quiz.domain.scoring.profile import Profile
from quiz.results.earned import CLEARLY_MORE, EarnedWorlds
from quiz.results.occupations import occupations
from quiz.results.view_models import WorldCard, WorldRow
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services

NO_PLACE = 0
ALL_EQUAL = "all_equal"

# How interest (in standard deviations from the pupil's own mean) becomes a size between 0 and 1: a
# fixed scale, so that a flat profile looks flat. Doubt has three kinds of edge.
INTEREST_SPAN = 1.5
LITTLE_DOUBT, SOME_DOUBT = 0.4, 0.55
DOUBTS = ("small", "medium", "large")
# How many questions of a world were answered with "no idea", or asked at all, for it to be new.
OFTEN_UNKNOWN, HARDLY_ASKED = 2, 2


def headline(profile: Profile, earned: EarnedWorlds, content: Texts) -> str:
    """One or two sentences: what stands out or is nearly equal, and what draws as well.

    Of answers that are (nearly) all the same it says that they tell nothing.
    """
    words = content.results
    if profile.flat:
        return words["flat.all" if ALL_EQUAL in profile.remarks else "flat.nearly"]
    leads = profile.outcome if earned.equal or profile.outcome == "clear" else "leaning"
    said = [words[f"outcome.{leads}"].format(worlds=bare_names(earned.front, content))]
    if earned.also:
        key = "outcome.also.one" if len(earned.also) == 1 else "outcome.also.more"
        said.append(words[key].format(worlds=bare_names(earned.also, content)))
    return " ".join(said)


def bare_names(worlds: Iterable[str], content: Texts) -> str:
    """World names with "and" between them, as they stand in a headline: without quotes."""
    return _(" en ").join(content.worlds[world].name for world in worlds)


def rows(profile: Profile, content: Texts) -> tuple[WorldRow, ...]:
    """The worlds in the sky and in the table, from more to less.

    Where the answers tell nothing, all are the same and none has a place.
    """
    if profile.flat:
        return tuple(_equal_row(world, content) for world in content.worlds)
    return tuple(_row(profile, world, content) for world in profile.worlds)


def _row(profile: Profile, world: str, content: Texts) -> WorldRow:
    interest, doubt = profile.standing[world], _doubt(profile.uncertainty[world])
    in_front = profile.outcome == "clear" and world in profile.top
    return WorldRow(
        id=world,
        name=content.worlds[world].name,
        rank=profile.worlds.index(world) + 1,
        size=_between(0.5 + interest / (2 * INTEREST_SPAN)),
        doubt=doubt,
        interest=content.results["interest.high" if in_front else interest_word(interest)],
        certainty=content.results[f"uncertainty.{doubt}"],
        on_top=world in profile.top,
    )


def _equal_row(world: str, content: Texts) -> WorldRow:
    return WorldRow(
        id=world,
        name=content.worlds[world].name,
        rank=NO_PLACE,
        size=0.5,
        doubt="large",
        interest=content.results["interest.unknown"],
        certainty=content.results["uncertainty.large"],
        on_top=False,
    )


def edges(content: Texts) -> tuple[tuple[str, str], ...]:
    """The three kinds of doubt with their words, in the order from sure to not sure."""
    return tuple((kind, content.results[f"uncertainty.{kind}"]) for kind in DOUBTS)


def cards(
    state: AttemptState, earned: EarnedWorlds, result: FrozenResult, content: Texts
) -> tuple[WorldCard, ...]:
    """The worlds that the result speaks of; none where the answers tell nothing."""
    return tuple(_card(state, earned, result, world, content) for world in earned.all)


def _card(
    state: AttemptState, earned: EarnedWorlds, result: FrozenResult, world: str, content: Texts
) -> WorldCard:
    """One world with the pupil's own positive answers as reasons, and work on their own ladder."""
    reasons = tuple(
        (content.items[question], content.scale[value])
        for question, value in result.reasons.get(world, ())
        if question in content.items
    )
    page = content.worlds[world]
    return WorldCard(
        id=world,
        name=page.name,
        short=page.short,
        rank_text=content.results[_chip(earned, world)],
        reasons=reasons,
        reason_text=content.results["reason.intro" if reasons else "reason.none"],
        jobs=occupations(page, state.school_type),
    )


def _chip(earned: EarnedWorlds, world: str) -> str:
    if world in earned.also:
        return "earned.also"
    return "earned.equal" if earned.equal else "earned.front"


def new_world(
    state: AttemptState, profile: Profile, earned: EarnedWorlds, content: Texts
) -> WorldCard | None:
    """A world that is really new: often "no idea", or hardly asked about; else none.

    Neither a world that the result speaks of already, nor the one that the pupil chose.
    """
    left = [world for world in profile.worlds if world not in (*earned.all, state.own_world)]
    given = _answers_by_world(state, profile)
    unknown = {world: given[world].count(services().bank.unknown) for world in left}
    world = max(left, key=lambda each: unknown[each], default=None)
    if profile.flat or world is None:
        return None
    if unknown[world] >= OFTEN_UNKNOWN:
        return _to_discover(world, "new.unknown", content)
    world = min(left, key=lambda each: len(given[each]))
    return _to_discover(world, "new.few", content) if len(given[world]) <= HARDLY_ASKED else None


def _answers_by_world(state: AttemptState, profile: Profile) -> dict[str, list[int]]:
    given: dict[str, list[int]] = {world: [] for world in profile.worlds}
    for question, value in state.responses(services().bank).items():
        world = services().engine.items.get(question)
        if world in given:
            given[world].append(value)
    return given


def _to_discover(world: str, key: str, content: Texts) -> WorldCard:
    page = content.worlds[world]
    return WorldCard(
        id=world,
        name=page.name,
        short=page.short,
        rank_text=content.results["new.title"],
        reasons=(),
        reason_text=content.results[key].format(unknown=content.scale[services().bank.unknown]),
    )


def _between(number: float) -> float:
    return min(1.0, max(0.0, number))


def interest_word(interest: float) -> str:
    """The key of the words for how much answers point to a world."""
    if interest > CLEARLY_MORE:
        return "interest.high"
    return "interest.low" if interest < -CLEARLY_MORE else "interest.middle"


def _doubt(doubt: float) -> str:
    """Which of the three kinds of doubt: the end of its key among the words, and its edge."""
    return DOUBTS[(doubt >= LITTLE_DOUBT) + (doubt >= SOME_DOUBT)]
