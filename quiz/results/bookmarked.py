"""What a pupil keeps with the star, as far as it is still in the catalogue."""

from collections.abc import Iterable

from quiz.domain.catalogue.bookmarked import kept_row
from quiz.results.card_links import row_link
from quiz.results.view_models import KeptView
from quiz.usecases.attempts.bookmarks import kept_steps
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.languages import current_language
from quiz.web.pages.levels import level_name
from quiz.web.runtime import catalogue, reading

KINDS_OF_CARDS = {"company": "company", "event": "event"}


def card_key(kind: str, row_id: str) -> str:
    """The value of the star of a card; every kind of programme is a programme here."""
    return f"{KINDS_OF_CARDS.get(kind, 'programme')}/{row_id}"


def anchor(key: str) -> str:
    """The id of the card with this key on the page."""
    return key.replace("/", "-")


def kept_keys(attempt_id: int) -> tuple[str, ...]:
    """The keys of everything that an attempt keeps."""
    return tuple(f"{step.kind}/{step.row_id}" for step in kept_steps(reading(), attempt_id))


def kept_list(state: AttemptState, keys: Iterable[str]) -> tuple[KeptView, ...]:
    """What a pupil keeps, as far as it is still in the catalogue."""
    return tuple(view for key in keys if (view := _view(state, key)))


def _view(state: AttemptState, key: str) -> KeptView | None:
    kind, _slash, row_id = key.partition("/")
    row = kept_row(catalogue(), kind, row_id, state.municipality)
    if row is None:
        return None
    facts = (level_name(row.level) if row.level else "", row.place)
    name = row.name_en if current_language() == "en" else row.name_nl
    return KeptView(key, name, tuple(filter(None, facts)), row_link(row))
