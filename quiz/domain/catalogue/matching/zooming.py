"""Zooming in on a world: when it helps a pupil, and what steps follow from it (ADR 0033)."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from quiz.domain.bank.schema import Bank
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.matching.fit import wishes_of
from quiz.domain.catalogue.matching.ladder import rung_for
from quiz.domain.catalogue.matching.likes import favourites, likes_of, tastes_of
from quiz.domain.catalogue.matching.parameters import FAR_APART, FIRST_SEEN
from quiz.domain.catalogue.matching.programmes import choose_programmes
from quiz.domain.catalogue.matching.suggestion import Pupil

# What is named as a favourite counts as liked so much more than the rest of its world: what a
# pupil reads, and what the steps are about, is one thing.
LIKED, NOT_LIKED = 0.75, 0.4
# So many subjects may be named; of more one says that none stands out.
MOST_NAMED = 2


def zoomed_in(answers: Mapping[str, int], bank: Bank, world: str) -> bool:
    """Whether every question that zooms in on a world has an answer."""
    asked = bank.zoom_of(world)
    return bool(asked) and all(question in answers for question in asked)


def named_by_zooming(answers: Mapping[str, int], bank: Bank, world: str) -> tuple[str, ...]:
    """The one or two tags that draw most in a world the pupil zoomed in on; none where all do."""
    if not zoomed_in(answers, bank, world) or not _any_real(answers, bank, world):
        return ()
    liked = favourites(tastes_of(answers, bank, world))
    return liked if len(liked) <= MOST_NAMED else ()


def likes_with_zoom(answers: Mapping[str, int], bank: Bank) -> Mapping[str, float]:
    """How much each tag is liked, as the matching takes it: what zooming in named goes first."""
    likes = dict(likes_of(answers, bank))
    for world in bank.worlds:
        if named := named_by_zooming(answers, bank, world):
            likes |= _fond_of(bank, world, named)
    return likes


def _any_real(answers: Mapping[str, int], bank: Bank, world: str) -> bool:
    return any(answers[question] in bank.values for question in bank.zoom_of(world))


def zoom_helps(
    catalogue: Catalogue, bank: Bank, pupil: Pupil, answers: Mapping[str, int], world: str
) -> bool:
    """Whether questions about a world would tell something that matters to this pupil's steps.

    There is something left to ask, the answers do not tell its tags apart, and another favourite
    would bring other programmes. That the world is clear is for the caller to say.
    """
    left = any(question not in answers for question in bank.zoom_of(world))
    tastes = tastes_of(answers, bank, world)
    open_between = favourites(tastes, FAR_APART) if left and tastes else ()
    return len(open_between) > 1 and _would_differ(catalogue, pupil, bank, world, open_between)


def first_programmes(catalogue: Catalogue, pupil: Pupil) -> tuple[str, ...]:
    """The programmes that this pupil sees first: those for now, and then those for next."""
    wishes = wishes_of(pupil, catalogue.world_order, catalogue.tag_order)
    home = catalogue.towns.home(pupil.municipality)
    found: list[str] = []
    for step in rung_for(pupil.school_type, pupil.year).steps[:2]:
        if len(found) < FIRST_SEEN:
            chosen = choose_programmes(catalogue, wishes, home, step)
            found += [candidate.row.id for candidate in chosen]
    return tuple(found[:FIRST_SEEN])


def _would_differ(
    catalogue: Catalogue, pupil: Pupil, bank: Bank, world: str, between: tuple[str, ...]
) -> bool:
    """Whether the programmes of this world that are seen first hang on which is the favourite."""
    lists = (
        first_programmes(
            catalogue,
            replace(
                pupil,
                worlds=(world,),
                likes={**pupil.likes, **_fond_of(bank, world, (favourite,))},
            ),
        )
        for favourite in between
    )
    first = next(lists)
    return any(other != first for other in lists)


def _fond_of(bank: Bank, world: str, named: Collection[str]) -> dict[str, float]:
    """The likes within a world of which these tags are the favourites."""
    tags = (name for name, tag in bank.tags.items() if tag.world == world)
    return {name: LIKED if name in named else NOT_LIKED for name in tags}
