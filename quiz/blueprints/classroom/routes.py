"""The classes of a teacher as URLs: the list, and the page of one class."""

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from quiz.blueprints.classroom import cockpit, just_done, pages
from quiz.blueprints.classroom.classes import OwnClass, own_class
from quiz.blueprints.classroom.suggestions import coming_for
from quiz.web.access.audiences import Audience, audience, require_staff
from quiz.web.runtime import reading

blueprint = Blueprint("classroom", __name__)
Page = str | Response | tuple[str, int]


def require_class(class_id: int) -> OwnClass:
    """The class with this number, if it belongs to the teacher in this browser.

    Raises NotSignedIn or NotAllowed: somebody else's class is as if it did not exist.
    """
    return cockpit.remember(own_class(reading(), require_staff(), class_id))


@blueprint.context_processor
def _bar() -> dict[str, object]:
    return {"class_bar": cockpit.class_bar}


@blueprint.get("/klassen")
@audience(Audience.TEACHER)
def classes() -> Page:
    """All classes of this teacher."""
    view = pages.class_list(require_staff())
    return render_template("classroom/list.html", view=view, done=just_done.on_list())


@blueprint.get("/klassen/<int:class_id>")
@audience(Audience.TEACHER)
def show(class_id: int) -> Page:
    """One class: how to get in, how it goes, and the lesson."""
    group = require_class(class_id)
    view, done = pages.class_page(group), just_done.on_class(group)
    coming = coming_for(group, None)
    return render_template("classroom/class.html", view=view, done=done, coming=coming)
