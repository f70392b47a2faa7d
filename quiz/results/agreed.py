"""Steps that pupil and counsellor agreed on, in words: for both of them, and on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from quiz.domain.catalogue.bookmarked import kept_row
from quiz.results.card_links import row_link
from quiz.usecases.sharing.agreed_steps import KeptAgreement, agreed_steps
from quiz.web.pages.dates import show_month
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import catalogue, reading, services


@dataclass(frozen=True)
class AgreedView:
    """One agreed step in words: what, in which month, and about what, with a link, if any.

    `due`: its month has come and it is not done, so what became of it is a question.
    """

    id: int
    what: str
    month: str
    about: str
    link: str
    done: bool
    due: bool


def agreed_views(attempt_id: int) -> tuple[AgreedView, ...]:
    """What was agreed with this pupil: first what is to come."""
    return tuple(in_words(step) for step in agreed_steps(reading(), attempt_id))


def in_words(step: KeptAgreement) -> AgreedView:
    """One step in the language of this visitor."""
    about, link = _about(step.about or "")
    done = step.done_at is not None
    return AgreedView(
        id=step.id,
        what=step_name(step.kind),
        month=month_name(step.month),
        about=about,
        link=link,
        done=done,
        due=not done and step.month <= services().this_month(),
    )


def step_name(kind: str) -> str:
    """What a kind of step is called."""
    return _NAMES[kind]()


def month_name(month: str) -> str:
    """A month ('2027-03') in words."""
    year, number = map(int, month.split("-"))
    return show_month(date(year, number, 1), with_year=True)


def about_name(key: str | None) -> str:
    """The name of what a step is about, empty without one or when it left the catalogue."""
    return _about(key or "")[0]


_NAMES: dict[str, Callable[[], str]] = {
    "visit": lambda: _("Op bezoek bij een bedrijf"),
    "open-day": lambda: _("Naar een open dag"),
    "trial-day": lambda: _("Een dag meelopen"),
    "professional": lambda: _("Praten met iemand die dit werk doet"),
    "event": lambda: _("Naar een activiteit over techniek"),
    "subject-choice": lambda: _("Vakken of een profiel kiezen"),
    "second-look": lambda: _("De quiz nog een keer doen"),
}


def _about(key: str) -> tuple[str, str]:
    """Name and link of what a step is about, as far as it is still in the catalogue."""
    kind, _slash, row_id = key.partition("/")
    row = kept_row(catalogue(), kind, row_id, None) if row_id else None
    if row is None:
        return "", ""
    return (row.name_en if current_language() == "en" else row.name_nl), row_link(row)
