"""What stands in the files of a class. It is made from a frozen picture and two counts alone."""

from collections.abc import Mapping, Sequence

from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.pages import class_line, place_name
from quiz.blueprints.classroom.picture_page import picture_view
from quiz.blueprints.classroom.picture_words import (
    count_in_words,
    how_it_draws,
    place_of,
    world_name,
)
from quiz.blueprints.classroom.suggestions import suggestions
from quiz.blueprints.classroom.view_models import PictureView
from quiz.blueprints.classroom.which_picture import picture_asked_for, together
from quiz.domain.spreadsheets.spreadsheets import Cell, Day, Sheet
from quiz.results.step_models import StepGroup
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _
from quiz.web.responses.typesetting import name_on_paper
from quiz.web.runtime import texts

MOST_CARDS = 4


def file_name(class_id: int, kind: str) -> str:
    """A name that says nothing about a pupil and needs no escaping anywhere."""
    return f"zeven-werelden-klas-{class_id}.{kind}"


def sheets_of(group: OwnClass) -> list[Sheet]:
    """The sheets: the class with its counts, and when there is a picture, worlds and tech types."""
    found = picture_asked_for(group)
    sheets = [_about(group, found)]
    if found is not None:
        sheets += [_worlds(found), _tech_types(found)]
    return sheets


def pdf_content(group: OwnClass) -> Mapping[str, object]:
    """Everything on the page, in the language of this visitor; the template only sets it."""
    found = picture_asked_for(group)
    view = None if found is None else picture_view(group, found)
    line, shown = class_line(group), view.shown if view else group.name
    where = ", ".join(part for part in (line.who, place_name(group)) if part)
    content: dict[str, object] = {
        "language": current_language(),
        "title": _("Klassenbeeld van %(name)s", name=name_on_paper(shown)),
        "where": where,
        "counts": "" if view and view.together else _how_many(group),
        "picture": None,
        "none": _("Er is nog geen klassenbeeld gemaakt."),
        "foot": _(
            "Zeven Werelden. Een beeld van de klas als geheel, geen oordeel over een leerling."
        ),
    }
    if found and view:
        content["picture"] = _picture(view, suggestions(group, found))
    return content


def _how_many(group: OwnClass) -> str:
    """How many of this class take part; of several classes only their picture says how many."""
    return _(
        "%(joined)s leerlingen doen mee, %(finished)s zijn klaar.",
        joined=group.joined,
        finished=group.finished,
    )


def _picture(view: PictureView, steps: Sequence[StepGroup]) -> Mapping[str, object]:
    made = _("Gemaakt op %(day)s, met %(pupils)s leerlingen.", day=view.made, pupils=view.pupils)
    return {
        "made": made,
        "headline": view.headline,
        "remarks": list(view.remarks),
        **_world_table(view),
        **_tech_table(view),
        "with_counts": view.with_counts,
        "hidden": view.about_hidden,
        "talk_title": _("Gespreksvragen"),
        "talk": list(view.talk),
        "steps": [
            {
                "title": each.title,
                "cards": [[card.name, card.reason] for card in each.cards[:MOST_CARDS]],
            }
            for each in steps
        ],
    }


def _world_table(view: PictureView) -> Mapping[str, object]:
    return {
        "worlds_title": _("De zeven werelden"),
        "worlds_text": _(
            "De stip is de klas als geheel, de streep laat zien hoe ver de leerlingen uit elkaar "
            "liggen. Het midden is voor elke leerling het eigen gemiddelde."
        ),
        "columns": [
            _("Wereld"),
            _("Minder of meer"),
            _("Gemiddelde"),
            _("Spreiding"),
            _("In de top drie"),
        ],
        "worlds": [
            {
                "cells": [each.name, each.words, each.interest, each.around, each.count.words],
                "reach": [each.low, each.middle, each.high],
            }
            for each in view.worlds
        ],
    }


def _tech_table(view: PictureView) -> Mapping[str, object]:
    return {
        "tech_title": _("Aanpak van techniek"),
        "tech_columns": [_("Aanpak"), _("Gemiddeld antwoord (1 tot 5)"), _("Het sterkst bij")],
        "tech_types": [[each.name, each.agreement, each.count.words] for each in view.tech_types],
    }


def _about(group: OwnClass, found: ClassPicture | None) -> Sheet:
    line = class_line(group)
    rows: list[Sequence[Cell]] = [
        (_("Klas"), group.name),
        (_("Schooltype"), line.who),
        (_("Plaats"), place_name(group)),
        (_("Gemaakt"), Day(show_day(group.created_at))),
        (_("Doen mee"), group.joined),
        (_("Klaar"), group.finished),
    ]
    if found is not None:
        rows += [
            (_("Klassenbeeld van"), Day(show_day(found.made_at))),
            (_("Leerlingen in het beeld"), found.pupils),
        ]
        rows += [(_("Samen met"), name) for name in together(group)]
    return Sheet(_("Klas"), (_("Wat"), _("Waarde")), rows)


def _worlds(found: ClassPicture) -> Sheet:
    headings = (
        _("Plek"),
        _("Wereld"),
        _("Gemiddelde interesse"),
        _("Standaardafwijking"),
        _("In woorden"),
        _("In de top drie"),
    )
    rows = [
        (
            place_of(found, each.world),
            world_name(each.world),
            each.interest,
            each.spread,
            how_it_draws(found, each.world),
            _count(each.top_three, found),
        )
        for each in found.worlds
    ]
    return Sheet(_("Werelden"), headings, rows)


def _tech_types(found: ClassPicture) -> Sheet:
    headings = (_("Aanpak"), _("Gemiddeld antwoord (1 tot 5)"), _("Het sterkst bij"))
    names = texts().tech_types
    rows = [
        (names[each.type].name, each.agreement, _count(each.strongest, found))
        for each in found.tech_types
    ]
    return Sheet(_("Aanpak van techniek"), headings, rows)


def _count(count: int | None, found: ClassPicture) -> Cell:
    return count_in_words(None, found.pupils) if count is None else count
