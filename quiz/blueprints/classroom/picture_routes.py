"""The class picture: asking for it, looking at it, putting it on the board or beside others."""

from collections.abc import Sequence

from flask import redirect, render_template, request, url_for

from quiz.blueprints.classroom import operations, picture_page
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.compare_page import beside_which, compare_view
from quiz.blueprints.classroom.deck_page import deck_view
from quiz.blueprints.classroom.routes import Page, blueprint, require_class
from quiz.blueprints.classroom.suggestions import coming_for, suggestions
from quiz.blueprints.classroom.which_picture import asked_of, numbers
from quiz.usecases.class_pictures.errors import InAnotherPicture, NotTogether, TooFewPupils
from quiz.usecases.class_pictures.operations import frozen_picture, frozen_pictures, make_picture
from quiz.usecases.class_pictures.picture import ClassPicture
from quiz.web.access.audiences import Audience, audience, require_staff
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, services

# The form that renews a picture, and what the page then says of one that stayed.
RENEW, KEPT = "vernieuw", "bleef"
# The form that shows what was made on the board.
BOARD = "bord"


@blueprint.get("/klassen/<int:class_id>/beeld")
@audience(Audience.TEACHER)
def picture(class_id: int) -> Page:
    """The newest picture, or the one that was asked for; before there is one, the button for it."""
    group = require_class(class_id)
    every = frozen_pictures(reading(), group.id)
    found = asked_of(every)
    return _before(group) if found is None else _show(group, found, every)


@blueprint.post("/klassen/<int:class_id>/beeld")
@audience(Audience.TEACHER)
def make_the_picture(class_id: int) -> Page:
    """Close the class, or these classes, and freeze the picture; or say why it stays as it is."""
    group = require_class(class_id)
    before = frozen_picture(reading(), group.id)
    others = [require_class(number) for number in numbers(request.form.getlist("samen"))]
    try:
        made = make_picture(services(), sorted({group.id, *(other.id for other in others)}))
    except TooFewPupils as problem:
        view = picture_page.too_few(picture_page.before_picture(group), problem.finished)
        return render_template("classroom/before_picture.html", view=view), 409
    except (InAnotherPicture, NotTogether):
        sentence = _(
            "Deze klassen kunnen niet samen: een ervan heeft al een beeld, alleen of met andere "
            "klassen. Samen zou je dan uit het verschil een paar leerlingen kunnen aflezen."
        )
        view = picture_page.before_picture(group, sentence)
        return render_template("classroom/before_picture.html", view=view), 409
    if before is not None and made.number == before.number:
        stays = KEPT if RENEW in request.form else None
        return redirect(url_for("classroom.picture", class_id=group.id, vernieuw=stays), 303)
    operations.note_picture(group)
    page = "picture_screen" if BOARD in request.form else "picture"
    return redirect(url_for(f"classroom.{page}", class_id=group.id), 303)


@blueprint.get("/klassen/<int:class_id>/beeld/scherm")
@audience(Audience.TEACHER)
def picture_screen(class_id: int) -> Page:
    """The picture for the pupils' eyes, in five steps: guess first, then see and talk."""
    group = require_class(class_id)
    every = frozen_pictures(reading(), group.id)
    found = asked_of(every)
    if found is None:
        return redirect(url_for("classroom.picture", class_id=group.id), 303)
    older = None if found == every[-1] else found.number
    deck = deck_view(group, found, older)
    return render_template("classroom/picture_screen.html", group=group, deck=deck, older=older)


@blueprint.get("/klassen/vergelijk")
@audience(Audience.TEACHER)
def compare() -> Page:
    """Choose classes and years, and see them world by world on one line."""
    return render_template("classroom/compare.html", view=compare_view(require_staff()))


def _before(group: OwnClass) -> Page:
    view = picture_page.before_picture(group)
    return render_template("classroom/before_picture.html", view=view)


def _show(group: OwnClass, found: ClassPicture, every: Sequence[ClassPicture]) -> Page:
    others = [each for each in every if each != found]
    return render_template(
        "classroom/picture.html",
        group=group,
        view=picture_page.picture_view(group, found),
        steps=suggestions(group, found),
        coming=coming_for(group, found),
        comparable=beside_which(group),
        beside=[f"{group.id}.{each.number}" for each in (found, *others)],
        is_newest=found == every[-1],
        stays=request.args.get(RENEW) == KEPT,
        others=[picture_page.link_to(each) for each in others],
    )
