"""Every answer that counted: complete, and only where it is still what the result rests on."""

from collections.abc import Mapping

from quiz.blueprints.counsellor.view_models import Contribution, WorldReasons
from quiz.domain.scoring.profile import Profile
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.figures import signed
from quiz.web.runtime import services, texts

# A part of this size (in standard deviations of interest) fills half of the drawing.
FULL = 0.5
DIGITS = 2


def can_explain(state: AttemptState, result: FrozenResult) -> bool:
    """Whether the running engine made this result, from exactly the answers that are stored."""
    bank, engine = services().bank, services().engine
    same_engine = result.made_with == (bank.version, engine.model_version)
    same_answers = state.finished and result.answered == state.real_answers(bank)
    return same_engine and same_answers


def all_reasons(state: AttemptState, profile: Profile) -> tuple[WorldReasons, ...]:
    """The complete list for the worlds on top, and for the pupil's own choice."""
    wanted = list(profile.shown_worlds)
    if state.own_world in profile.worlds and state.own_world not in wanted:
        wanted.append(str(state.own_world))
    responses = state.responses(services().bank)
    return tuple(_world(responses, world) for world in wanted)


def _world(responses: Mapping[str, int], world: str) -> WorldReasons:
    parts = services().engine.explain(responses, world)
    ranked = sorted(parts, key=lambda part: -abs(part[1]))
    rows = tuple(_row(question, responses[question], part) for question, part in ranked)
    return WorldReasons(world, texts().worlds[world].name, rows)


def _row(question: str, value: int, part: float) -> Contribution:
    content = texts()
    width = min(50.0, round(50 * abs(part) / FULL, 1))
    return Contribution(
        question=content.items[question],
        answer=content.scale[value],
        world=content.worlds[services().engine.items[question]].name,
        effect=signed(part, DIGITS),
        start=50.0 if part > 0 else round(50.0 - width, 1),
        width=width,
    )
