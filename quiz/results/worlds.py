"""The seven worlds of a profile: the headline, the sky, the cards with reasons, one surprise."""

from quiz.domain.bank.schema import TOP_WORLDS, Texts
from quiz.domain.scoring.profile import Profile
from quiz.results.view_models import WorldCard, WorldRow
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services

NO_PLACE = 0
ALL_EQUAL = "all_equal"

# How interest (in standard deviations from the pupil's own mean) becomes a size between 0 and 1,
# and uncertainty a ring: fixed scales, so that a flat profile looks flat and doubt looks wide.
INTEREST_SPAN = 1.5
WIDEST_RING = 0.8
CLEARLY_MORE = 0.35
LITTLE_DOUBT, SOME_DOUBT = 0.4, 0.55


def headline(profile: Profile, content: Texts) -> str:
    """One sentence: one world stands out, two are nearly equal, or the interest is broad.

    Of answers that are (nearly) all the same it says that they tell nothing.
    """
    if profile.flat:
        return content.results["flat.all" if ALL_EQUAL in profile.remarks else "flat.nearly"]
    names = [content.worlds[world].name for world in profile.shown_worlds]
    sentence = content.results[f"outcome.{profile.outcome}"]
    return sentence.format(first=names[0], second=names[1], third=names[2])


def rows(profile: Profile, content: Texts) -> tuple[WorldRow, ...]:
    """The worlds in the sky and in the table, from more to less.

    Where the answers tell nothing, all are the same and none has a place.
    """
    if profile.flat:
        return tuple(_equal_row(world, content) for world in content.worlds)
    return tuple(_row(profile, world, content) for world in profile.worlds)


def _row(profile: Profile, world: str, content: Texts) -> WorldRow:
    interest, doubt = profile.standing[world], profile.uncertainty[world]
    in_front = profile.outcome == "clear" and world in profile.top
    return WorldRow(
        id=world,
        name=content.worlds[world].name,
        rank=profile.worlds.index(world) + 1,
        size=_between(0.5 + interest / (2 * INTEREST_SPAN)),
        ring=_between(doubt / WIDEST_RING),
        interest=content.results["interest.high" if in_front else interest_word(interest)],
        certainty=content.results[_doubt_word(doubt)],
        on_top=world in profile.top,
    )


def _equal_row(world: str, content: Texts) -> WorldRow:
    return WorldRow(
        id=world,
        name=content.worlds[world].name,
        rank=NO_PLACE,
        size=0.5,
        ring=1.0,
        interest=content.results["interest.unknown"],
        certainty=content.results["uncertainty.large"],
        on_top=False,
    )


def cards(profile: Profile, result: FrozenResult, content: Texts) -> tuple[WorldCard, ...]:
    """The top three worlds; none where the answers tell nothing."""
    top = () if profile.flat else profile.shown_worlds
    return tuple(_card(profile, result, world, content) for world in top)


def _card(profile: Profile, result: FrozenResult, world: str, content: Texts) -> WorldCard:
    """One of the top three worlds, with the pupil's own positive answers as reasons."""
    reasons = tuple(
        (content.items[question], content.scale[value])
        for question, value in result.reasons.get(world, ())
        if question in content.items
    )
    equal = world in profile.top and len(profile.top) > 1
    rank = profile.worlds.index(world) + 1
    return WorldCard(
        id=world,
        name=content.worlds[world].name,
        short=content.worlds[world].short,
        rank_text=_("Bijna gelijk") if equal else _("Jouw nummer %(rank)s", rank=rank),
        reasons=reasons,
        reason_text=content.results["reason.intro" if reasons else "reason.none"],
    )


def new_world(state: AttemptState, profile: Profile, content: Texts) -> WorldCard | None:
    """The next world after the top three that the pupil did not choose: perhaps a surprise."""
    if profile.flat:
        return None
    others = [world for world in profile.worlds[TOP_WORLDS:] if world != state.own_world]
    if not others:
        return None
    world = others[0]
    liked = [
        question
        for question, value in state.responses(services().bank).items()
        if value >= services().bank.positive and services().engine.items.get(question) == world
    ]
    key = "new.reason" if liked else "new.plain"
    item = content.items.get(liked[0], "") if liked else ""
    return WorldCard(
        id=world,
        name=content.worlds[world].name,
        short=content.worlds[world].short,
        rank_text=content.results["new.title"],
        reasons=(),
        reason_text=content.results[key].format(item=item, world=content.worlds[world].name),
    )


def _between(number: float) -> float:
    return min(1.0, max(0.0, number))


def interest_word(interest: float) -> str:
    """The key of the words for how much answers point to a world."""
    if interest > CLEARLY_MORE:
        return "interest.high"
    return "interest.low" if interest < -CLEARLY_MORE else "interest.middle"


def _doubt_word(doubt: float) -> str:
    if doubt < LITTLE_DOUBT:
        return "uncertainty.small"
    return "uncertainty.medium" if doubt < SOME_DOUBT else "uncertainty.large"
