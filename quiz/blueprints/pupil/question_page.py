"""Builds the pages with questions: a block, the tech-type questions, the own choice."""

from dataclasses import dataclass
from typing import NamedTuple

from flask import url_for

from quiz.blueprints.pupil.class_place import about_class
from quiz.blueprints.pupil.view_models import BlockView, OwnWorldView, QuestionView
from quiz.config.whole_numbers import whole_number
from quiz.usecases.attempts.blocks import BLOCK_SIZE
from quiz.usecases.attempts.progress import UNKNOWN_WORLD, Progress
from quiz.usecases.attempts.state import AttemptState
from quiz.usecases.attempts.steps import BLOCK, TECH_TYPE, next_step
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import services, texts

MOST_DIGITS = 2


@dataclass(frozen=True)
class QuestionPage:
    """One page with questions, ready to draw."""

    template: str
    view: BlockView | OwnWorldView


class Place(NamedTuple):
    """Where a form with questions stands: what it asks (`kind`), its address, and again as it was.

    `world`: the name of the world that it zooms in on.
    """

    kind: str
    action: str
    again: str
    world: str = ""


def askable() -> tuple[str, ...]:
    """Every question a form may answer, also one that was asked before the questions changed."""
    bank = services().bank
    return (*bank.items, *bank.every_tech_item)


def page_to_show(state: AttemptState, wanted: str | None, own_world: str = "") -> QuestionPage:
    """An earlier page that the pupil goes back to (`wanted`, from 1), or the step they are at.

    `own_world`: what is chosen on the last page already.
    """
    step = next_step(state, services().bank)
    number = whole_number(wanted or "", MOST_DIGITS) or 0
    if 1 <= number <= len(state.blocks):
        return _block(state, number - 1)
    if step.kind == BLOCK:
        return _block(state, step.block)
    if step.kind == TECH_TYPE or number == len(state.blocks) + 1:
        return _tech_type(state)
    return _own_world(state, chosen=own_world)


def page_to_complete(progress: Progress, number: str | None, *, empty: bool) -> QuestionPage | None:
    """The page that was sent, if something on it is still open; None when all is answered.

    `number` is the block that the page says it holds; `empty` tells that it held no answer.
    """
    state = progress.state
    shown = whole_number(number or "", MOST_DIGITS)
    if shown is None:
        return _current(progress) if empty else None
    if 0 < shown <= len(state.blocks):
        block = shown - 1
        return _block(state, block, mark=True) if state.open_questions(block) else None
    if any(question not in state.answers for question in services().bank.tech_items):
        return _tech_type(state, mark=True)
    return None


def _current(progress: Progress) -> QuestionPage:
    """The page of the step the pupil is at, with everything open on it marked."""
    if progress.step.kind == BLOCK:
        return _block(progress.state, progress.step.block, mark=True)
    if progress.step.kind == TECH_TYPE:
        return _tech_type(progress.state, mark=True)
    return _own_world(progress.state, mark=True)


def _block(state: AttemptState, block: int, *, mark: bool = False) -> QuestionPage:
    asked = state.blocks[block]
    first = sum(len(questions) for questions in state.blocks[:block])
    total = first + len(asked) + BLOCK_SIZE * (state.target_blocks - block - 1)
    bank, words = services().bank, texts()
    questions = tuple(
        QuestionView(
            id=question,
            number=first + place,
            text=words.items.get(question, ""),
            picture=bank.items[question].picture if question in bank.items else "",
            value=state.answers.get(question),
            missing=mark and question not in state.answers,
        )
        for place, question in enumerate(asked, start=1)
    )
    view = block_view(state, _place("block", block + 1), questions, block + 1, total)
    return QuestionPage("pupil/block.html", view)


def _tech_type(state: AttemptState, *, mark: bool = False) -> QuestionPage:
    words, asked = texts().tech_items, services().bank.tech_pictures
    questions = tuple(
        QuestionView(
            id=question,
            number=place,
            text=words[question],
            picture=picture,
            value=state.answers.get(question),
            missing=mark and question not in state.answers,
        )
        for place, (question, picture) in enumerate(asked.items(), start=1)
    )
    block = len(state.blocks) + 1
    view = block_view(state, _place("tech_type", block), questions, block)
    return QuestionPage("pupil/block.html", view)


def _place(kind: str, block: int) -> Place:
    return Place(kind, url_for("pupil.questions"), url_for("pupil.questions", blok=block))


def block_view(
    state: AttemptState,
    place: Place,
    questions: tuple[QuestionView, ...],
    block: int = 1,
    total: int | None = None,
) -> BlockView:
    """These questions on one form, which stands at this place."""
    bank, scale = services().bank, texts().scale
    return BlockView(
        kind=place.kind,
        action=place.action,
        again=place.again,
        world=place.world,
        block=block,
        blocks=state.target_blocks,
        questions=questions,
        question_total=total or len(questions),
        faces=tuple(Choice(str(value), scale[value]) for value in bank.values),
        unknown=Choice(str(bank.unknown), scale[bank.unknown]),
        nickname=state.nickname,
        previous_url=url_for("pupil.questions", blok=block - 1) if block > 1 else None,
        sequence=max(state.sequences.values(), default=0),
        now=int(services().clock().timestamp() * 1000),
        retake=state.first_id is not None,
        place=about_class(state),
    )


def _own_world(state: AttemptState, *, mark: bool = False, chosen: str = "") -> QuestionPage:
    names = {world: texts().worlds[world].name for world in services().bank.worlds}
    choices = names | {UNKNOWN_WORLD: _("Dat weet ik nog niet")}
    view = OwnWorldView(
        worlds=tuple(Choice(world, name, world == chosen) for world, name in choices.items()),
        nickname=state.nickname,
        previous_url=url_for("pupil.questions", blok=len(state.blocks) + 1),
        missing=mark,
        retake=state.first_id is not None,
    )
    return QuestionPage("pupil/own_world.html", view)
