"""Tells one row of the catalogue as others read it."""

from typing import Any

from flask import url_for

from quiz.blueprints.open_data import rows, words
from quiz.config.school_time import day_of
from quiz.domain.catalogue.credits import Credit
from quiz.domain.catalogue.files import schema
from quiz.domain.catalogue.files.columns import OFFERINGS
from quiz.domain.catalogue.moments import ChoiceMoment, Day
from quiz.domain.catalogue.regional import region_of
from quiz.domain.catalogue.upkeep.region_rows import key_of, region_of_row
from quiz.storage.tables.agenda import AgendaItem
from quiz.web.pages.addresses import our_address
from quiz.web.pages.agenda_lines import known_worlds, mark_of
from quiz.web.runtime import catalogue, running, services


def world(row: schema.World) -> rows.WorldRow:
    """One world."""
    return rows.WorldRow(id=row.id, order=row.order, name=row.name_nl, name_en=row.name_en)


def region(row: schema.Region) -> rows.RegionTold:
    """One region."""
    every = catalogue().municipalities.values()
    return rows.RegionTold(
        id=row.id,
        name=row.name,
        cbs_code=row.cbs_code,
        towns=tuple(town.code for town in every if town.app_region_id == row.id),
        source=row.source_url,
    )


def programme(row: schema.Offering) -> rows.ProgrammeRow:
    """One programme in one place."""
    every = catalogue()
    about, school = every.programmes[row.programme_id], every.institutions[row.institution_id]
    return rows.ProgrammeRow(
        id=key_of(OFFERINGS, row).replace(" ", "/"),
        programme=about.id,
        name=about.name_nl,
        name_en=about.name_en,
        kind=words.PROGRAMME_KINDS[about.kind],
        level=about.level,
        register=words.REGISTERS[about.code_system],
        code=about.code,
        mode=row.mode,
        worlds=about.worlds,
        text=about.description_nl,
        text_en=about.description_en,
        institution_id=school.id,
        institution=school.name,
        website=row.programme_url,
        **_place(row.location_municipality),
        **_source(row),
    )


def institution(row: schema.Institution) -> rows.InstitutionRow:
    """One school."""
    return rows.InstitutionRow(
        id=row.id,
        name=row.name,
        kind=row.kind,
        register_codes=row.register_codes,
        website=row.website,
        open_days=row.open_days_url,
        **_place(row.municipality),
        **_source(row),
    )


def company(row: schema.Company) -> rows.CompanyRow:
    """One company."""
    return rows.CompanyRow(
        id=row.id,
        name=row.name,
        worlds=row.worlds,
        size=row.size_class,
        text=row.what_they_do_nl,
        text_en=row.what_they_do_en,
        website=row.website,
        **_place(row.municipality),
        **_source(row),
    )


def event(row: schema.Event) -> rows.EventRow:
    """One event."""
    place = {**_place(row.municipality), "region": region_of_row(catalogue(), row) or None}
    return rows.EventRow(
        id=row.id,
        name=row.name,
        kind=words.EVENT_KINDS[row.kind],
        scope=words.SCOPES[row.scope],
        months=row.months,
        worlds=row.worlds,
        audience=row.audience,
        for_everybody=row.for_everybody,
        text=row.description_nl,
        text_en=row.description_en,
        website=row.website,
        **place,
        **_source(row),
    )


def agenda_item(row: AgendaItem) -> rows.AgendaRow:
    """One item of an agenda."""
    return rows.AgendaRow(
        id=mark_of(row),
        name=row.title_nl,
        name_en=row.title_en,
        text=row.text_nl,
        text_en=row.text_en,
        day=row.day,
        last_day=row.last_day,
        begins=row.begins,
        ends=row.ends,
        place=row.place,
        region=row.region_id,
        worlds=tuple(known_worlds(row)),
        school_types=tuple(row.audience),
        website=row.link,
        source=our_address() + url_for("agenda.page", region_id=row.region_id),
        checked=day_of(row.changed_at, services().zone),
    )


def moment(row: ChoiceMoment) -> rows.MomentRow:
    """One choice moment."""
    texts = running().texts
    return rows.MomentRow(
        id=row.text,
        school_types=row.school_types,
        years=row.years,
        first=_day(row.first),
        last=_day(row.last),
        text=texts["nl"].results[row.text],
        text_en=texts["en"].results[row.text],
    )


def credit(row: Credit) -> rows.CreditRow:
    """One source."""
    return rows.CreditRow(row.name, row.used_for_nl, row.used_for_en, row.licence, row.url)


def _place(code: str) -> dict[str, Any]:
    every = catalogue()
    town = every.municipalities[code].name
    return {"town_code": code, "town": town, "region": region_of(every, code)}


def _source(row: Any) -> dict[str, Any]:
    return {"source": row.source_url, "checked": row.checked_on}


def _day(day: Day) -> str:
    month, number = day
    return f"{month:02}-{number:02}"
