"""An item of the agenda in words: in the language of the visitor, by the clock of the school."""

from dataclasses import dataclass
from datetime import date

from quiz.domain.codes.digests import code_digest
from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases.agenda import coming_items
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.pages.schooling import school_type_name
from quiz.web.runtime import reading, services, texts

LONGEST_MARK = 16


@dataclass(frozen=True)
class AgendaLine:
    """One item as a page shows it; `language`: "nl" where there are no words in another one."""

    id: int
    title: str
    text: str
    language: str
    when: str
    place: str
    audience: str
    worlds: str
    link: str


def coming_lines(region: str) -> tuple[AgendaLine, ...]:
    """What is published in a region and not over yet."""
    return tuple(map(agenda_line, coming_items(reading(), [region], services().today())))


def agenda_line(item: AgendaItem) -> AgendaLine:
    """One item in words."""
    title, text, language = words_of(item)
    return AgendaLine(
        id=item.id,
        title=title,
        text=text,
        language=language,
        when=when_of(item),
        place=item.place,
        audience=", ".join(map(school_type_name, item.audience)) or _("voor iedereen"),
        worlds=", ".join(texts().worlds[world].name for world in known_worlds(item)),
        link=item.link,
    )


def words_of(item: AgendaItem) -> tuple[str, str, str]:
    """Title, text and the language that they are in: what was not translated is in Dutch."""
    if current_language() == "en" and item.title_en:
        return item.title_en, item.text_en, "en"
    return item.title_nl, item.text_nl, "nl"


def when_of(item: AgendaItem) -> str:
    """Days and times: "dinsdag 1 december 2026, 10:00–12:00"."""
    days = _day(item.day)
    if item.last_day > item.day:
        days = _("%(first)s tot en met %(last)s", first=days, last=_day(item.last_day))
    times = "–".join(filter(None, (item.begins, item.ends)))
    return f"{days}, {times}" if times else days


def mark_of(item: AgendaItem) -> str:
    """A name that never changes, and that no other website of ours gives to something else."""
    return mark("item", str(item.id))


def mark(kind: str, number: str) -> str:
    """The name of an item, or of the agenda of a region."""
    return code_digest(services().code_key, f"agenda {kind}", number).hex()[:LONGEST_MARK]


def known_worlds(item: AgendaItem) -> list[str]:
    """The worlds of an item that there are, in their own order."""
    return [world for world in services().bank.worlds if world in item.worlds]


def _day(day: date) -> str:
    return show_day(day, "full")
