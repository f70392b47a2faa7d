"""Builds the list of shared results, and the page on which a counsellor waits for a yes."""

from collections.abc import Callable, Sequence

from flask import url_for

from quiz.blueprints.counsellor.chosen import DUE, chosen, is_due, which
from quiz.blueprints.counsellor.list_filters import LIST, filters
from quiz.blueprints.counsellor.list_view_models import ConversationsView, SharedLine, YearView
from quiz.results.agreed import in_words, month_name
from quiz.results.topics import topic_name
from quiz.usecases.sharing.own_year import own_year
from quiz.usecases.sharing.shared_list import SharedResult, shares_for_school
from quiz.web.access.audiences import require_staff
from quiz.web.pages.code_form import LONGEST_ECHO
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _
from quiz.web.pages.listing import on_page, pages
from quiz.web.pages.sorting import Column, Order, chosen_order, headings, name_key
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


def conversations(code: str = "", error: str = "") -> ConversationsView:
    """What pupils share with this school now, as far as it was asked for, one page of it."""
    order, asked = chosen_order(_ORDERS, NEWEST_FIRST), chosen()
    shared = shares_for_school(reading(), require_staff().school_id, services().clock())
    found = _in_order(which(shared, asked), order)
    return ConversationsView(
        lines=tuple(_line(one) for one in on_page(found)),
        headings=headings(_columns(), order, LIST.endpoint, asked.parts()),
        filters=filters(shared, asked, order),
        pages=pages(len(found), asked.parts(), order, LIST),
        shared=len(shared),
        found=len(found),
        due=sum(is_due(one) for one in shared),
        year=_year(),
        due_url=url_for(LIST.endpoint, stap=DUE, _anchor=LIST.anchor),
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


def _year() -> YearView:
    found = own_year(services(), reading(), require_staff().id)
    return YearView(
        talks=found.talks,
        agreed=sum(found.agreed.values()),
        done=found.done,
        months=tuple((month_name(month), count) for month, count in found.agreed.items()),
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
        topic=topic_name(shared.topic) if shared.topic else "",
        since=show_day(shared.since, "medium"),
        until=show_day(shared.until, "medium"),
        step=step.what if step else "",
        month=step.month if step else "",
        due=is_due(shared),
    )
