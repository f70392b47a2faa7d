"""What is wrong with links of a row, in words: which one, how it failed and since when."""

from collections.abc import Iterable

from quiz.blueprints.coordinator.column_words import label_of
from quiz.blueprints.coordinator.own_regions import broken
from quiz.domain.catalogue.upkeep.links import Outcome, Tried
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _


def broken_lines(addresses: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """One line for each link that fails, of columns with what stands in them."""
    links = broken()
    return tuple(
        _(
            "%(link)s: %(why)s, sinds %(day)s",
            link=label_of(column),
            why=_why(links[address].tried),
            day=show_day(links[address].failed_since or links[address].day, "medium"),
        )
        for column, address in addresses
        if address in links
    )


def _why(tried: Tried) -> str:
    words = {
        Outcome.GONE: _("bestaat niet meer"),
        Outcome.ERROR: _("de site geeft een fout"),
        Outcome.SILENT: _("geen antwoord"),
        Outcome.NO_SITE: _("deze site is er niet"),
        Outcome.UNSAFE: _("de beveiliging van de site klopt niet"),
        Outcome.ENDLESS: _("verwijst eindeloos door"),
        Outcome.NOT_PUBLIC: _("leidt niet naar een site op internet"),
    }[tried.outcome]
    return f"{words} ({tried.status})" if tried.status else words
