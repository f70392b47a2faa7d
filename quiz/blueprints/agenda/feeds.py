"""The agenda as files that programs read: iCalendar and Atom."""

from datetime import datetime, time

from flask import Response, render_template, url_for

from quiz.domain.catalogue.files.schema import Region
from quiz.domain.text.calendar_file import Appointment, calendar_text
from quiz.storage.identifiers import EPOCH
from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases.agenda import coming_items
from quiz.web.pages.addresses import our_address
from quiz.web.pages.agenda_lines import agenda_line, mark, mark_of, words_of
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.responses.downloads import disposition
from quiz.web.responses.fragments import fragment
from quiz.web.runtime import reading, services

CALENDAR, ATOM = "text/calendar; charset=utf-8", "application/atom+xml; charset=utf-8"


def calendar(region: Region) -> Response:
    """What is coming, as appointments."""
    every = map(_appointment, _coming(region))
    body = calendar_text(_title(region), current_language(), every)
    made = fragment(body, lambda: body)
    made.content_type = CALENDAR
    made.headers["Content-Disposition"] = disposition(f"agenda-{region.id}.ics")
    return made


def atom(region: Region) -> Response:
    """What is coming, as news: the newest change first."""
    items = sorted(_coming(region), key=lambda item: (item.changed_at, item.id), reverse=True)
    page = our_address() + url_for("agenda.page", region_id=region.id)
    body = render_template(
        "agenda/feed.xml",
        title=_title(region),
        page=page,
        itself=our_address() + url_for("agenda.atom", region_id=region.id),
        id=f"urn:zeven-werelden:{mark('region', region.id)}",
        changed=_moment(items[0].changed_at if items else EPOCH),
        entries=[(mark_of(item), agenda_line(item), _moment(item.changed_at)) for item in items],
    )
    made = fragment(body, lambda: body)
    made.content_type = ATOM
    return made


def _coming(region: Region) -> list[AgendaItem]:
    return coming_items(reading(), [region.id], services().today())


def _title(region: Region) -> str:
    return _("Agenda techniek in %(region)s", region=region.name)


def _appointment(item: AgendaItem) -> Appointment:
    title, text, _language = words_of(item)
    return Appointment(
        uid=f"{mark_of(item)}@zeven-werelden",
        title=title,
        text=text,
        place=item.place,
        link=item.link,
        day=item.day,
        last_day=item.last_day,
        begins=_time(item.begins),
        ends=_time(item.ends),
        revision=item.revision,
        changed_at=item.changed_at,
    )


def _time(clock: str) -> time | None:
    return time.fromisoformat(clock) if clock else None


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
