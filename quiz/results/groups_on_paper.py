"""A group of steps on the sheet: its words, and as many of its cards as there is room for."""

from collections.abc import Mapping, Sequence

from quiz.domain.catalogue.named_sources import host_of
from quiz.results.step_models import NearCollege, StepCard, StepGroup
from quiz.web.pages.languages import translate as _
from quiz.web.pages.sources import numbered


def group_on_paper(group: StepGroup, most: int) -> Mapping[str, object]:
    """A rung of the ladder or a kind of thing near home, as the sheet sets it."""
    return {
        "title": group.title,
        "text": group.text,
        "points": group.points,
        "lead": group.lead,
        "cards": [_step(card) for card in group.cards[:most]],
        "colleges": _colleges(group.near_colleges),
    }


def _colleges(found: Sequence[NearCollege]) -> str:
    """The colleges near home in one line, each with its site; nothing where none is asked."""
    each = [f"{one.name}, {one.place} ({host_of(one.website)})" for one in found]
    return f"{_('Bij jou in de buurt')}: {'; '.join(each)}" if each else ""


def _step(card: StepCard) -> Mapping[str, object]:
    """One suggestion, with the site where it is looked up and the source in words."""
    source = card.source
    link = card.link or source.url
    told = (source.label, numbered(card.number), source.checked)
    return {
        "name": card.name,
        "reason": card.reason,
        "facts": "; ".join(card.facts),
        "source": ", ".join(filter(None, told)),
        "link": link,
        "shown": host_of(link),
    }
