"""Builds the list of shared results, and the page on which a counsellor waits for a yes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quiz.results.agreed import in_words
from quiz.usecases.sharing.shared_list import SharedResult, shares_for_school
from quiz.web.access.audiences import require_staff
from quiz.web.pages.code_form import LONGEST_ECHO
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _
from quiz.web.pages.sorting import Column, Heading, Order, chosen_order, headings, name_key
from quiz.web.pages.waiting import how_long
from quiz.web.runtime import reading, services

NO_STEP = "9999-99"
NEWEST_FIRST = Order("gedeeld", falling=True)
_ORDERS: dict[str, Callable[[SharedResult], object]] = {
    "bijnaam": lambda shared: name_key(shared.nickname),
    "klas": lambda shared: name_key(shared.class_name or ""),
    "gedeeld": lambda shared: shared.since,
    "stap": lambda shared: shared.next_step.month if shared.next_step else NO_STEP,
}


@dataclass(frozen=True)
class SharedLine:
    """One shared result in the list."""

    share_id: int
    nickname: str
    class_name: str
    since: str
    until: str
    step: str
    month: str


@dataclass(frozen=True)
class ConversationsView:
    """The list in the chosen order, and the field for a code with what is wrong with it."""

    lines: tuple[SharedLine, ...]
    headings: tuple[Heading, ...]
    code: str = ""
    error: str = ""


def conversations(code: str = "", error: str = "") -> ConversationsView:
    """Everything that pupils share with this school now."""
    order = chosen_order(_ORDERS, NEWEST_FIRST)
    shared = shares_for_school(reading(), require_staff().school_id, services().clock())
    return ConversationsView(
        lines=tuple(_line(one) for one in _in_order(shared, order)),
        headings=headings(_columns(), order, "counsellor.conversations"),
        code=code[:LONGEST_ECHO],
        error=error,
    )


def wrong_code() -> str:
    """What we say to a code that does not work, whatever the reason: no hint for who guesses."""
    return _(
        "Deze code werkt niet. Een code heeft acht letters en cijfers, werkt een half uur en maar "
        "één keer. Een leerling uit een klas deelt alleen met de eigen school. "
        "Vraag de leerling om een nieuwe code."
    )


def too_many_codes(seconds: int) -> str:
    """What we say when wrong codes were typed too often."""
    return _(
        "Er zijn te veel verkeerde codes getypt. Wacht %(wait)s en probeer het dan weer.",
        wait=how_long(seconds),
    )


def _in_order(shared: Sequence[SharedResult], order: Order) -> list[SharedResult]:
    key = _ORDERS[order.column]
    return sorted(shared, key=key, reverse=order.falling)  # type: ignore[arg-type]


def _columns() -> tuple[Column, ...]:
    return (
        Column("bijnaam", _("Bijnaam")),
        Column("klas", _("Klas")),
        Column("gedeeld", _("Gedeeld sinds"), largest_first=True),
        Column("stap", _("Volgende stap")),
    )


def _line(shared: SharedResult) -> SharedLine:
    step = in_words(shared.next_step) if shared.next_step else None
    return SharedLine(
        share_id=shared.share_id,
        nickname=shared.nickname,
        class_name=shared.class_name or "",
        since=show_day(shared.since, "medium"),
        until=show_day(shared.until, "medium"),
        step=step.what if step else "",
        month=step.month if step else "",
    )
