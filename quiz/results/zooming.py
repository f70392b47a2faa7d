"""Zooming in on a world, on a result: the invitation, the way there by hand, and what it told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from flask import url_for

from quiz.domain.catalogue.matching.suggestion import Pupil
from quiz.domain.catalogue.matching.zooming import named_by_zooming, zoom_helps, zoomed_in
from quiz.domain.scoring.profile import Profile
from quiz.results.earned import EarnedWorlds
from quiz.results.view_models import WorldCard
from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.attempts.zooming import has_begun, open_zoom_questions
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, services, texts


@dataclass(frozen=True)
class ZoomOffer:
    """An invitation to zoom in on a world: one line, the words on its button, where that leads."""

    text: str
    words: str
    address: str


def offers(
    state: AttemptState, profile: Profile, earned: EarnedWorlds, pupil: Pupil
) -> Mapping[str, ZoomOffer]:
    """For which of the worlds on a result there is an invitation; `pupil` as the matching took it.

    For a world that stands out when zooming in helps, and for every one that was begun.
    """
    return {
        world: offer
        for world in earned.all
        if (offer := _offer(state, profile, pupil, world)) is not None
    }


def _offer(state: AttemptState, profile: Profile, pupil: Pupil, world: str) -> ZoomOffer | None:
    bank, words = services().bank, texts().results
    left = len(open_zoom_questions(state, bank, world))
    if not left:
        return None
    address = url_for("pupil.zoom", world_id=world)
    if has_begun(state, bank, world):
        return ZoomOffer(words["zoom.go_on"].format(count=left), _("Verder"), address)
    if profile.outcome != "clear" or world not in profile.top:
        return None
    if not zoom_helps(catalogue(), bank, pupil, state.answers, world):
        return None
    return ZoomOffer(words["zoom.offer"].format(count=left), _("Zoom in"), address)


def by_hand(state: AttemptState) -> tuple[Choice, ...]:
    """Every world with how much there is to answer: a pupil may zoom in on any."""
    return tuple(_choice(state, world) for world in services().bank.worlds)


def _choice(state: AttemptState, world: str) -> Choice:
    left, name = len(open_zoom_questions(state, services().bank, world)), texts().worlds[world].name
    if not left:
        again = url_for("pupil.zoom", world_id=world, blok=1)
        return Choice(again, _("%(world)s: klaar, aanpassen kan", world=name))
    words = _("%(world)s: %(count)s te gaan", world=name, count=left)
    return Choice(url_for("pupil.zoom", world_id=world), words)


def zoomed(
    state: AttemptState, cards: Sequence[WorldCard], subjects: frozenset[str]
) -> tuple[WorldCard, ...]:
    """The same cards with what zooming in on their worlds told, and own answers of it as reasons.

    `subjects`: the tags of the steps that are seen first.
    """
    return tuple(
        replace(
            card,
            told=_told(state, card.id, subjects),
            reasons=_in_turn(_reasons(state, card.id), card.reasons),
        )
        for card in cards
    )


def _told(state: AttemptState, world: str, subjects: frozenset[str]) -> str:
    """What draws within a world and whether the steps are about it; "" as long as all is not in."""
    bank, words = services().bank, texts().results
    if not zoomed_in(state.answers, bank, world):
        return ""
    liked = named_by_zooming(state.answers, bank, world)
    if not liked:
        unknown = all(state.answers[name] == bank.unknown for name in bank.zoom_of(world))
        return words["zoom.unknown" if unknown else "zoom.all"]
    said = words["zoom.one" if len(liked) == 1 else "zoom.two"]
    first, last = texts().tags[liked[0]], texts().tags[liked[-1]]
    steps = words["zoom.steps" if subjects.intersection(liked) else "zoom.no_steps"]
    return f"{said.format(first=first, second=last)} {steps}"


def _reasons(state: AttemptState, world: str) -> list[tuple[str, str]]:
    """Own positive answers on what zooms in on a world in words, those about a favourite first."""
    bank, content = services().bank, texts()
    liked = named_by_zooming(state.answers, bank, world)
    found = [
        name
        for name in bank.zoom_of(world)
        if state.answers.get(name, bank.unknown) >= bank.positive
    ]
    found.sort(key=lambda name: (bank.zoom[name].tag not in liked, -state.answers[name]))
    return [(content.zoom_items[name], content.scale[state.answers[name]]) for name in found]


def _in_turn(
    new: Sequence[tuple[str, str]], old: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """One of these and one of those, so that the first few hold both."""
    pairs = zip_longest(new, old)
    return tuple(reason for pair in pairs for reason in pair if reason is not None)
