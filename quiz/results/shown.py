"""A frozen result in the words of this visitor: the same on the page, on paper and in the talk."""

from quiz.domain.scoring.profile import Profile
from quiz.results import steps_page, worlds
from quiz.results.change import change_view
from quiz.results.earned import earned_worlds
from quiz.results.first_steps import first_steps
from quiz.results.remarks import notes, own_choice, remarks, tech_type_lines
from quiz.results.view_models import ShownResult
from quiz.results.zooming import zoomed
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.state import AttemptState
from quiz.web.runtime import texts


def show_result(state: AttemptState, result: FrozenResult, profile: Profile) -> ShownResult:
    """Everything that a result says, in the language of the visitor."""
    content, earned = texts(), earned_worlds(profile, result)
    next_steps = steps_page.build(state, profile, earned)
    tech_types, tech_text = tech_type_lines(state, content)
    return ShownResult(
        nickname=state.nickname,
        headline=worlds.headline(profile, earned, content),
        rows=worlds.rows(profile, content, earned.front),
        cards=zoomed(
            state, worlds.cards(state, profile, earned, result, content), next_steps.subjects
        ),
        edges=worlds.edges(content),
        first_steps=first_steps(state, earned, next_steps),
        new_world=worlds.new_world(state, profile, earned, content),
        own_choice=own_choice(state, profile, earned, content),
        tech_types=tech_types,
        tech_text=tech_text,
        remarks=remarks(state, result, profile, content),
        notes=notes(state, result, content),
        steps=next_steps.ladder,
        near=next_steps.near,
        steps_note=next_steps.note,
        moment=next_steps.moment,
        kept=next_steps.kept,
        distances=next_steps.distances,
        learning=next_steps.learning,
        pupil=next_steps.pupil,
        flat=profile.flat,
        change=None if state.first_id is None else change_view(state.id),
    )
