"""Builds the class picture from what was frozen, and from nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from flask_babel import format_decimal

from quiz.blueprints.classroom import pages
from quiz.blueprints.classroom.classes import OwnClass, own_classes
from quiz.blueprints.classroom.how_many import done
from quiz.blueprints.classroom.picture_words import (
    about_counts,
    about_figures,
    about_hidden,
    count_in_words,
    how_it_draws,
    remarks,
    world_name,
)
from quiz.blueprints.classroom.talk import headline, talk_questions
from quiz.blueprints.classroom.view_models import (
    BeforePictureView,
    CountLine,
    PictureView,
    TechLine,
    WorldLine,
)
from quiz.blueprints.classroom.which_picture import Named, together, who_is_shown
from quiz.usecases.class_pictures.operations import pictured_classes
from quiz.usecases.class_pictures.picture import ClassPicture, TechFigure, WorldFigure
from quiz.usecases.class_pictures.rule import MINIMUM_PUPILS
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day, show_day_and_time
from quiz.web.pages.figures import in_drawing, signed
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, texts

# The drawing reaches from this far below to this far above the pupils' own mean.
REACH = 2.0
LEAST, MOST = 1, 5


def picture_view(group: Named, picture: ClassPicture) -> PictureView:
    """The picture in words and figures."""
    counts = [each.top_three for each in picture.worlds]
    of_types = [each.strongest for each in picture.tech_types]
    return PictureView(
        made=show_day(picture.made_at),
        pupils=picture.pupils,
        number=picture.number,
        with_counts=_any(counts),
        with_type_counts=_any(of_types),
        hides=any(None in column and _any(column) for column in (counts, of_types)),
        together=(others := together(group)),
        shown=who_is_shown(group.name, others),
        headline=headline(picture),
        remarks=tuple(remarks(picture)),
        worlds=tuple(_world(picture, figure) for figure in picture.worlds),
        tech_types=tuple(_tech_type(picture, figure) for figure in picture.tech_types),
        talk=talk_questions(picture),
        about_counts=about_counts(),
        about_hidden=about_hidden(),
        about_figures=about_figures(),
    )


def _any(counts: Sequence[int | None]) -> bool:
    """Whether a column of these holds anything."""
    return any(count is not None for count in counts)


def before_picture(group: OwnClass, problem: str = "") -> BeforePictureView:
    """The page before there is a picture, with the parallel classes that may come along."""
    others = [
        Choice(
            str(each.id), _("%(name)s (%(finished)s klaar)", name=each.name, finished=each.finished)
        )
        for each in _without_picture(group)
        if each.finished
    ]
    absent = max(0, (group.size or 0) - group.joined)
    line = pages.class_line(group)
    return BeforePictureView(line, MINIMUM_PUPILS, tuple(others), absent, problem)


def _without_picture(group: OwnClass) -> list[OwnClass]:
    """The teacher's other classes that have no picture yet."""
    others = [each for each in own_classes(reading(), group.teacher) if each.id != group.id]
    shown = pictured_classes(reading(), [each.id for each in others])
    return [each for each in others if each.id not in shown]


def link_to(picture: ClassPicture) -> Choice:
    """Another picture of the same class: its number, and what tells it from this one."""
    made = show_day_and_time(picture.made_at)
    words = _("%(day)s, met %(pupils)s leerlingen", day=made, pupils=picture.pupils)
    return Choice(str(picture.number), words)


def _world(picture: ClassPicture, figure: WorldFigure) -> WorldLine:
    return WorldLine(
        id=figure.world,
        name=world_name(figure.world),
        interest=signed(figure.interest),
        around=format_decimal(figure.spread, "0.0"),
        words=how_it_draws(picture, figure.world),
        middle=in_drawing(figure.interest, REACH),
        low=in_drawing(figure.interest - figure.spread, REACH),
        high=in_drawing(figure.interest + figure.spread, REACH),
        count=_count(figure.top_three, picture.pupils),
    )


def _tech_type(picture: ClassPicture, figure: TechFigure) -> TechLine:
    told = texts().tech_types[figure.type]
    return TechLine(
        id=figure.type,
        name=told.name,
        short=told.short,
        agreement=format_decimal(figure.agreement, "0.0"),
        level=round(100 * (figure.agreement - LEAST) / (MOST - LEAST), 1),
        count=_count(figure.strongest, picture.pupils),
    )


def _count(count: int | None, pupils: int) -> CountLine:
    share = None if count is None else round(100 * count / pupils, 1)
    return CountLine(count_in_words(count, pupils), share)


def too_few(view: BeforePictureView, finished: int) -> BeforePictureView:
    """The page before the picture, saying how many are missing."""
    needs = _(
        "Een klassenbeeld kan vanaf %(needed)s, anders zie je te veel van een leerling.",
        needed=view.needed,
    )
    stays = [_("De klas blijft open.")] if view.line.is_open else []
    return replace(view, problem=" ".join([done(finished), needs, *stays]))
