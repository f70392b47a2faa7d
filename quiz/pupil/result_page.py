"""Builds the result: the sky first, then the reasons, the worlds and the next steps."""

from quiz.attempts import MINIMUM_ANSWERS, AttemptState, FrozenResult, load_result, questions_left
from quiz.bank import Texts
from quiz.pupil import steps_page
from quiz.pupil.remarks import notes, own_choice, remarks, tech_type_lines
from quiz.pupil.views import ResultView, TooFewView, WorldCard, WorldRow
from quiz.scoring import Profile
from quiz.web.languages import translate as _
from quiz.web.services import services, texts

SHOWN_WORLDS = 3
POSITIVE = 4

# How interest (in standard deviations from the pupil's own mean) becomes a size between 0 and 1,
# and uncertainty a ring: fixed scales, so that a flat profile looks flat and doubt looks wide.
INTEREST_SPAN = 1.5
WIDEST_RING = 0.8
CLEARLY_MORE = 0.35
LITTLE_DOUBT, SOME_DOUBT = 0.4, 0.55


def build(attempt_id: int) -> tuple[str, ResultView | TooFewView]:
    """The template and its view. Raises NoAttempt or NotFinished."""
    state, result = load_result(services(), attempt_id)
    if result.profile is None:
        return "pupil/too_few.html", _too_few(state, result)
    return "pupil/result.html", _result(state, result, result.profile)


def _too_few(state: AttemptState, result: FrozenResult) -> TooFewView:
    words = texts().results
    return TooFewView(
        nickname=state.nickname,
        title=words["too_few.title"],
        text=words["too_few.text"].format(answered=result.answered, minimum=MINIMUM_ANSWERS),
        can_go_on=questions_left(services(), state),
        offer_more=words["too_few.more"],
    )


def _result(state: AttemptState, result: FrozenResult, profile: Profile) -> ResultView:
    content = texts()
    next_steps = steps_page.build(state, profile)
    tech_types, tech_text = tech_type_lines(state, content)
    return ResultView(
        nickname=state.nickname,
        headline=_headline(profile, content),
        equal=profile.outcome != "clear",
        rows=tuple(_row(profile, world, content) for world in profile.worlds),
        cards=tuple(
            _card(profile, result, world, content) for world in profile.worlds[:SHOWN_WORLDS]
        ),
        new_world=_new_world(state, profile, content),
        own_choice=own_choice(state, profile, content),
        tech_types=tech_types,
        tech_text=tech_text,
        remarks=remarks(result, profile, content),
        notes=notes(result, content),
        steps=next_steps.ladder,
        near=next_steps.near,
        steps_note=next_steps.note,
        moment=next_steps.moment,
        kept=next_steps.kept,
        can_go_on=questions_left(services(), state),
        offer_more=content.results["outcome.more"],
    )


def _headline(profile: Profile, content: Texts) -> str:
    names = [content.worlds[world].name for world in profile.worlds[:SHOWN_WORLDS]]
    sentence = content.results[f"outcome.{profile.outcome}"]
    return sentence.format(first=names[0], second=names[1], third=names[2])


def _row(profile: Profile, world: str, content: Texts) -> WorldRow:
    interest, doubt = profile.interest[world], profile.uncertainty[world]
    return WorldRow(
        id=world,
        name=content.worlds[world].name,
        rank=profile.worlds.index(world) + 1,
        size=_between(0.5 + interest / (2 * INTEREST_SPAN)),
        ring=_between(doubt / WIDEST_RING),
        interest=content.results[_interest_word(interest)],
        certainty=content.results[_doubt_word(doubt)],
        on_top=world in profile.top,
    )


def _card(profile: Profile, result: FrozenResult, world: str, content: Texts) -> WorldCard:
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


def _new_world(state: AttemptState, profile: Profile, content: Texts) -> WorldCard | None:
    """The next world after the top three that the pupil did not choose: perhaps a surprise."""
    others = [world for world in profile.worlds[SHOWN_WORLDS:] if world != state.own_world]
    if not others:
        return None
    world = others[0]
    liked = [
        question
        for question, value in state.responses(services().bank).items()
        if value >= POSITIVE and services().engine.items.get(question) == world
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


def _interest_word(interest: float) -> str:
    if interest > CLEARLY_MORE:
        return "interest.high"
    return "interest.low" if interest < -CLEARLY_MORE else "interest.middle"


def _doubt_word(doubt: float) -> str:
    if doubt < LITTLE_DOUBT:
        return "uncertainty.small"
    return "uncertainty.medium" if doubt < SOME_DOUBT else "uncertainty.large"
