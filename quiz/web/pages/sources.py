"""How a page names the source of a fact, and how old it is."""

from datetime import date, timedelta

from quiz.web.pages.dates import show_day, show_month
from quiz.web.pages.languages import translate as _

# A source that nobody looked at for longer than this is said to be old.
OLD_AFTER = timedelta(days=365)


def source_label(register: str, code: str) -> str:
    """The name of a source: the register with its code, where there is one."""
    return _("Register %(name)s %(code)s", name=register, code=code) if code else _("Bron")


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
