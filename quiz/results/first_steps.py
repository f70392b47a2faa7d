"""The three steps to begin with: something to choose, something to look at, somebody to talk to.

Always three, also where our list has nothing near: then the worlds themselves are what to look at.
"""

from collections.abc import Sequence

from flask import url_for

from quiz.domain.catalogue.matching.ladder import is_late
from quiz.results.earned import EarnedWorlds
from quiz.results.rungs import profiles_to_choose
from quiz.results.step_models import StepCard
from quiz.results.steps_page import StepsView
from quiz.results.view_models import FirstStep
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.advisers import PRIMARY, who_helps
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import texts

# Up to this year a pupil rather visits a day for pupils than a company.
YOUNG = 2


def first_steps(
    state: AttemptState, earned: EarnedWorlds, steps: StepsView
) -> tuple[FirstStep, FirstStep, FirstStep]:
    """To choose, to look at, to talk."""
    return (_choose(state, earned, steps), _look(state, earned, steps), _talk(state))


def _choose(state: AttemptState, earned: EarnedWorlds, steps: StepsView) -> FirstStep:
    """What is to be chosen now or next: a profile or a programme; in primary school a world."""
    verb, words = _("Kiezen"), texts().results
    if not earned.all:
        again = (url_for("pupil.retake"), _("Nog eens rustig"), False)
        return FirstStep(verb, _("Nog geen wereld"), words["first.choose.flat"], links=(again,))
    if state.school_type == PRIMARY:
        return _world(verb, earned.all[0], words["first.choose.world"])
    for best in profiles_to_choose(state, earned.all)[:1]:
        return FirstStep(verb, best.name, best.sentences[0], earned.all[0])
    profile = state.school_type.startswith("vmbo") and not is_late(state.school_type, state.year)
    actions = ("first.choose.profile" if profile else "first.choose.now", "first.choose.next")
    for group, action in zip(steps.ladder, actions, strict=False):
        if group.cards:
            card = group.cards[0]
            return _from_card(verb, card, f"{card.text} {words[action]}")
    return _world(verb, earned.all[0], words["first.choose.world"])


def _look(state: AttemptState, earned: EarnedWorlds, steps: StepsView) -> FirstStep:
    """Something near home to look at, else a world on our own pages."""
    verb, words = _("Kijken"), texts().results
    cards = [card for group in _near_first(state, steps) for card in group if _open_soon(card)]
    cards.sort(key=lambda card: card.national)
    if cards:
        return _from_card(verb, cards[0], cards[0].text or words["first.look.near"])
    # In primary school the first world is what is chosen already.
    worlds = earned.all[1:] if state.school_type == PRIMARY else earned.all
    if worlds:
        return _world(verb, worlds[-1], words["first.look.world"])
    all_worlds = (url_for("public.worlds"), _("Bekijk de zeven werelden"), False)
    return FirstStep(verb, _("De zeven werelden"), words["first.look.world"], links=(all_worlds,))


def _open_soon(card: StepCard) -> bool:
    """Open to everybody, as we know nobody's sex and never ask it; and not over for this year."""
    return card.for_everybody and card.soon


def _near_first(state: AttemptState, steps: StepsView) -> Sequence[Sequence[StepCard]]:
    """What is near by, kind by kind; for the youngest what was made for pupils comes first."""
    groups = [group.cards for group in steps.near]
    young = state.school_type == PRIMARY or (state.year or 0) <= YOUNG
    return groups[::-1] if young else groups


def _talk(state: AttemptState) -> FirstStep:
    words, adviser = texts().results, who_helps(state.school_type)
    share = (url_for("pupil.share"), _("Delen"), False)
    what = _("Met %(who)s", who=adviser.shares)
    return FirstStep(_("Praten"), what, words["first.talk"], links=(share,))


def _world(verb: str, world: str, text: str) -> FirstStep:
    page = (url_for("public.world", world_id=world), _("Bekijk deze wereld"), False)
    return FirstStep(verb, texts().worlds[world].name, text, world, links=(page,))


def _from_card(verb: str, card: StepCard, text: str) -> FirstStep:
    links = tuple((link.url, link.text, True) for link in card.links[:1])
    return FirstStep(
        verb, card.name, text, card.world_id, card.facts[:2], links, card.key, card.kept
    )
