"""Builds what a pupil keeps, and reads which star was pressed."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import request

from quiz.attempts import AttemptState, KeptStep, keep_step, kept_steps, let_go_of_step
from quiz.catalogue import kept_row
from quiz.web.languages import current_language
from quiz.web.levels import level_name
from quiz.web.services import running, services

KEEP, LET_GO = "bewaar", "los"
KINDS_OF_CARDS = {"company": "company", "event": "event"}


@dataclass(frozen=True)
class KeptView:
    """A kept step on the list: `key` names it in the form; a link to open."""

    key: str
    name: str
    facts: tuple[str, ...]
    link: str


def card_key(kind: str, row_id: str) -> str:
    """The value of the star of a card; every kind of programme is a programme here."""
    return f"{KINDS_OF_CARDS.get(kind, 'programme')}/{row_id}"


def anchor(key: str) -> str:
    """The id of the card with this key on the page."""
    return key.replace("/", "-")


def kept_keys(attempt_id: int) -> tuple[str, ...]:
    """The keys of everything that an attempt keeps."""
    return tuple(f"{step.kind}/{step.row_id}" for step in kept_steps(services(), attempt_id))


def kept_list(state: AttemptState, keys: Iterable[str]) -> tuple[KeptView, ...]:
    """What a pupil keeps, as far as it is still in the catalogue."""
    return tuple(view for key in keys if (view := _view(state, key)))


def press_star(attempt_id: int) -> str:
    """Keep a step or let it go, as the form says; the key, or nothing when it says nothing good.

    Only what stands in the catalogue with a source can be kept. Raises NoAttempt.
    """
    for field, change in ((KEEP, keep_step), (LET_GO, let_go_of_step)):
        key = request.form.get(field, "")
        kind, _slash, row_id = key.partition("/")
        if kept_row(running().catalogue, kind, row_id, None):
            change(services(), attempt_id, KeptStep(kind, row_id))
            return key
    return ""


def _view(state: AttemptState, key: str) -> KeptView | None:
    kind, _slash, row_id = key.partition("/")
    row = kept_row(running().catalogue, kind, row_id, state.municipality)
    if row is None:
        return None
    facts = (level_name(row.level) if row.level else "", row.place)
    name = row.name_en if current_language() == "en" else row.name_nl
    return KeptView(key, name, tuple(filter(None, facts)), row.link)
