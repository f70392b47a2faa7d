"""How a page names the source of a fact, and how old it is."""

from datetime import date
from functools import cache
from typing import NamedTuple

from quiz.domain.catalogue.named_sources import SourceNames, host_of, load_source_names
from quiz.domain.catalogue.upkeep.due import OLD_AFTER
from quiz.web.pages.dates import show_day, show_month
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _


class ShownSource(NamedTuple):
    """A source in words, and a page for people who want to see more; empty where there is none."""

    label: str
    url: str


def shown_source(kind: str, address: str, seen: date | None) -> ShownSource:
    """The source of a card: a register with its year, else the site where it stood."""
    register = source_names().programmes.get(kind)
    if register is None:
        link = readable(address)
        return ShownSource(host_of(link) if link else _("eigen onderzoek"), link)
    name = register.en if current_language() == "en" else register.nl
    return ShownSource(f"{name}, {seen.year}" if seen else name, register.url)


def numbered(code: str) -> str:
    """The code of a row in its register, for a page; nothing where it has none."""
    return _("nummer %(code)s", code=code) if code else ""


def readable(address: str) -> str:
    """An address to send people to; empty for one on a site for programmers."""
    return source_names().readable(address)


@cache
def source_names() -> SourceNames:
    """The names of sources, read once."""
    return load_source_names()


def checked(day: date | None, today: date) -> str:
    """When somebody last looked at the source; an old one says so."""
    if day is None:
        return _("nog niet nagekeken")
    seen = _("bekeken op %(day)s", day=show_day(day))
    return seen if today - day <= OLD_AFTER else seen + _(", dat is lang geleden")


def season(months: tuple[int, ...]) -> str:
    """The months of an event; every month is the whole year, no month is not known."""
    if len(months) == 12:
        return _("Het hele jaar")
    names = [show_month(date(2026, month, 1)) for month in months]
    return _("Meestal in %(months)s", months=", ".join(names)) if names else ""
