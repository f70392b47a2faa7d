"""The worlds of a result: headline, sky, cards with reasons and work, and one to discover."""

from collections.abc import Iterable, Sequence

from quiz.domain.bank.schema import Texts
from quiz.domain.scoring.certainty import DOUBTS, doubt, pull, stands_out
from quiz.domain.scoring.profile import Profile
from quiz.results.earned import EarnedWorlds
from quiz.results.occupations import occupations
from quiz.results.view_models import WorldCard, WorldRow
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services

NO_PLACE = 0
ALL_EQUAL = "all_equal"

# How interest (in standard deviations from the pupil's own mean) becomes a size between 0 and 1: a
# fixed scale, so that a flat profile looks flat.
INTEREST_SPAN = 1.5
# How many questions of a world were answered with "no idea" (and at least half of those asked), or
# were asked at all, for it to be new.
OFTEN_UNKNOWN, HARDLY_ASKED = 2, 2


def headline(profile: Profile, earned: EarnedWorlds, content: Texts) -> str:
    """One or two sentences: what stands out or is nearly equal, and what draws as well.

    Of answers that are (nearly) all the same it says that they tell nothing.
    """
    words = content.results
    if profile.flat:
        return words["flat.all" if ALL_EQUAL in profile.remarks else "flat.nearly"]
    said = [
        words[f"outcome.{leads(profile, earned)}"].format(worlds=bare_names(earned.front, content))
    ]
    if earned.also:
        key = "outcome.also.one" if len(earned.also) == 1 else "outcome.also.more"
        said.append(words[key].format(worlds=bare_names(earned.also, content)))
    return " ".join(said)


def leads(profile: Profile, earned: EarnedWorlds) -> str:
    """How the front is spoken of: as clear, as leaning to one, or as nearly equal."""
    if earned.equal:
        return profile.outcome
    return "clear" if stands_out(profile) else "leaning"


def bare_names(worlds: Iterable[str], content: Texts) -> str:
    """World names with "and" between them, as they stand in a headline: without quotes."""
    return _(" en ").join(content.worlds[world].name for world in worlds)


def rows(
    profile: Profile, content: Texts, front: Sequence[str] | None = None
) -> tuple[WorldRow, ...]:
    """The worlds in the sky and in the table, from more to less.

    Of equal ones those in `front` go first (all that the profile calls equal, if not said). Where
    the answers tell nothing, all are the same and none has a place.
    """
    if profile.flat:
        return tuple(_equal_row(world, content) for world in content.worlds)
    front = profile.top if front is None else front
    order = sorted(profile.worlds, key=lambda each: (each not in front, each not in profile.top))
    return tuple(
        WorldRow(
            id=world,
            name=content.worlds[world].name,
            rank=rank,
            size=_between(0.5 + profile.standing[world] / (2 * INTEREST_SPAN)),
            doubt=doubt(profile, world),
            interest=content.results[f"interest.{pull(profile, world)}"],
            certainty=content.results[f"uncertainty.{doubt(profile, world)}"],
            on_top=world in front,
        )
        for rank, world in enumerate(order, start=1)
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
    state: AttemptState,
    profile: Profile,
    earned: EarnedWorlds,
    result: FrozenResult,
    content: Texts,
) -> tuple[WorldCard, ...]:
    """The worlds that the result speaks of; none where the answers tell nothing."""
    return tuple(
        _card(state, result, world, content.results[_chip(profile, earned, world)], content)
        for world in earned.all
    )


def _card(
    state: AttemptState, result: FrozenResult, world: str, chip: str, content: Texts
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
        rank_text=chip,
        reasons=reasons,
        reason_text=content.results["reason.intro" if reasons else "reason.none"],
        jobs=occupations(page, state.school_type),
    )


def _chip(profile: Profile, earned: EarnedWorlds, world: str) -> str:
    if world in earned.also:
        return "earned.also"
    chips = {"clear": "earned.front", "leaning": "earned.leaning"}
    return chips.get(leads(profile, earned), "earned.equal")


def new_world(
    state: AttemptState, profile: Profile, earned: EarnedWorlds, content: Texts
) -> WorldCard | None:
    """A world that is really new: most often "no idea", or hardly asked about; else none.

    Neither a world that the result speaks of already, nor the one that the pupil chose, nor one
    in which something is liked.
    """
    bank, given = services().bank, _answers_by_world(state, profile)
    known = {world for world, values in given.items() if max(values, default=0) >= bank.positive}
    known.update(earned.all)
    left = [world for world in profile.worlds if world not in (*known, state.own_world)]
    unknown = {world: given[world].count(bank.unknown) for world in left}
    world = max(left, key=lambda each: unknown[each], default=None)
    if profile.flat or world is None:
        return None
    if OFTEN_UNKNOWN <= unknown[world] >= len(given[world]) / 2:
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
