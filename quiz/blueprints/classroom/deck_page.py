"""Builds one screen of the class picture on the board, from what was frozen and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import request, url_for

from quiz.blueprints.classroom import deck
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.deck import GUESS, NEAR, NUMBERS, REVEAL, STEPS, TALK, Spot
from quiz.blueprints.classroom.deck_view_models import (
    Choose,
    Content,
    Deck,
    Guess,
    Near,
    Planet,
    Question,
    Reveal,
    StepLink,
)
from quiz.blueprints.classroom.deck_words import numbers_of, sentence_of, words_of_less
from quiz.blueprints.classroom.near_by import near_cards
from quiz.blueprints.classroom.picture_words import world_name
from quiz.blueprints.classroom.talk import talk_questions
from quiz.blueprints.classroom.which_picture import together, who_is_shown
from quiz.config.whole_numbers import whole_number
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services, texts

STEP, PART = "stap", "deel"
LONGEST = 3


@dataclass(frozen=True)
class Board:
    """What a screen is made of. `older`: the number of a picture that is not the newest."""

    group: OwnClass
    picture: ClassPicture
    older: int | None
    spot: Spot


def deck_view(group: OwnClass, picture: ClassPicture, older: int | None) -> Deck:
    """The screen that is asked for in the address; the first one, if none or an unknown one is."""
    spots = deck.every_spot(len(talk_questions(picture)))
    spot = deck.asked_spot(spots, _asked(STEP), _asked(PART))
    board, at, others = Board(group, picture, older, spot), spots.index(spot), together(group)
    around = (*spots[max(0, at - 1) : at], *spots[at + 1 : at + 2])
    kind, build = _KINDS[spot.step if spot != LAST else None]
    return Deck(
        shown=who_is_shown(group.name, others),
        together=bool(others),
        steps=_steps(board),
        part=spot.part,
        parts=sum(each.step == spot.step for each in spots),
        before=_address(board, around[0]) if at else "",
        after=_address(board, around[-1]) if spot != spots[-1] else "",
        kind=kind,
        content=build(board),
    )


def step_names() -> Mapping[int, str]:
    """What the five steps are called."""
    return {
        GUESS: _("Raden"),
        REVEAL: _("Het beeld"),
        NUMBERS: _("Vanaf hier"),
        TALK: _("Praten"),
        NEAR: _("Dichtbij"),
    }


LAST = Spot(NEAR, 2)


def _asked(name: str) -> int | None:
    return whole_number(request.args.get(name, ""), LONGEST)


def _address(board: Board, spot: Spot) -> str:
    return url_for(
        "classroom.picture_screen",
        class_id=board.group.id,
        nummer=board.older,
        stap=spot.step,
        deel=spot.part if spot.part > 1 else None,
    )


def _steps(board: Board) -> tuple[StepLink, ...]:
    names = step_names()
    return tuple(
        StepLink(names[step], _address(board, Spot(step)), step == board.spot.step)
        for step in STEPS
    )


def planets(worlds: tuple[str, ...]) -> tuple[Planet, ...]:
    """Worlds with their names."""
    return tuple(Planet(world, world_name(world)) for world in worlds)


def _guess(_board: Board) -> Guess:
    return Guess(planets(tuple(services().bank.worlds)))


def _reveal(board: Board) -> Reveal:
    found = deck.revealed(board.picture, services().bank.worlds)
    return Reveal(
        sentence=sentence_of(found),
        above=planets(found.above),
        equal=planets(found.equal),
        below=planets(found.below),
        less=words_of_less(found),
    )


def _question(board: Board) -> Question:
    text = talk_questions(board.picture)[board.spot.part - 1]
    named = tuple(world for world, each in texts().worlds.items() if each.name in text)
    return Question(text, planets(named))


def _near(board: Board) -> Near:
    return Near(near_cards(board.group, board.picture))


_KINDS: Mapping[int | None, tuple[str, Callable[[Board], Content]]] = {
    GUESS: ("guess", _guess),
    REVEAL: ("reveal", _reveal),
    NUMBERS: ("numbers", lambda board: numbers_of(board.picture)),
    TALK: ("question", _question),
    NEAR: ("near", _near),
    None: ("choose", lambda _board: Choose()),
}
