"""Pages for anyone, with or without a quiz."""

import re

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from quiz.blueprints.public.pages import credit_lines, open_lists
from quiz.blueprints.public.parents_sheet import parents_pdf
from quiz.blueprints.public.region_page import region_view
from quiz.web.access.audiences import Audience, audience
from quiz.web.pages.choices import JoinView
from quiz.web.pages.greeting import busy_as, has_just_stopped
from quiz.web.pages.typed_addresses import with_query
from quiz.web.responses.downloads import pdf_file
from quiz.web.runtime import services, texts

blueprint = Blueprint("public", __name__)


@blueprint.get("/")
@audience(Audience.ANYONE)
def home() -> str:
    """The first page: going on with a quiz that is busy here, a class code, or no class."""
    return render_template(
        "public/home.html", join=JoinView(), busy_as=busy_as(), stopped=has_just_stopped()
    )


@blueprint.get("/werelden")
@audience(Audience.ANYONE)
def worlds() -> str:
    """All seven worlds."""
    content = texts().worlds
    ordered = [(world, content[world]) for world in services().bank.worlds]
    return render_template("public/worlds.html", worlds=ordered)


@blueprint.get("/werelden/<world_id>")
@audience(Audience.ANYONE)
def world(world_id: str) -> str | AnyResponse:
    """One world: what you do there, what you could make, jobs, surprises; and a region's offer."""
    content = texts().worlds
    if world_id not in content:
        return _as_meant(world_id)
    others = [(other, content[other].name) for other in services().bank.worlds if other != world_id]
    return render_template(
        "public/world.html",
        world_id=world_id,
        world=content[world_id],
        others=others,
        offer=region_view(world_id),
    )


def _as_meant(typed: str) -> AnyResponse:
    """To the world that is meant with capitals, spaces or an underscore; else no such page."""
    world_id = "-".join(re.findall(r"[a-z0-9]+", typed.lower()))
    if world_id not in texts().worlds:
        abort(404)
    return redirect(with_query(url_for("public.world", world_id=world_id)), 301)


@blueprint.get("/over")
@audience(Audience.ANYONE)
def about() -> str:
    """What this is, what it is not, and where the facts come from."""
    return render_template("public/about.html", credits=credit_lines(), open_lists=open_lists())


@blueprint.get("/privacy")
@audience(Audience.ANYONE)
def privacy() -> str:
    """What is kept, for how long, and how to erase it."""
    return render_template("public/privacy.html")


@blueprint.get("/toegankelijkheid")
@audience(Audience.ANYONE)
def accessibility() -> str:
    """How accessible this is, honestly."""
    return render_template("public/accessibility.html")


@blueprint.get("/ouders.pdf")
@audience(Audience.ANYONE)
def parents_sheet() -> Response:
    """One page to take home: the worlds, what a result is and is not, how to talk about it."""
    return pdf_file("zeven-werelden-ouders.pdf", parents_pdf())
