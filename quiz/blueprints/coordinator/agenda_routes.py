"""The agenda of the own regions as URLs: a list, a form, and what can be done with an item."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from quiz.blueprints.coordinator import agenda_page
from quiz.blueprints.coordinator.agenda_form import LINES, Typed, draft_of, typed_form, typed_item
from quiz.blueprints.coordinator.own_regions import own_regions, require_region_now
from quiz.blueprints.coordinator.routes import blueprint
from quiz.storage.tables.agenda import AgendaItem
from quiz.usecases import agenda as usecases
from quiz.web.access.audiences import Audience, NotAllowed, audience
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, services

Page = str | Response | tuple[str, int]


@blueprint.get("/regio/agenda")
@audience(Audience.COORDINATOR)
def agenda() -> str:
    """Every item of the own regions, drafts and what is over too."""
    return render_template("coordinator/agenda.html", view=agenda_page.agenda())


@blueprint.get("/regio/agenda/nieuw")
@audience(Audience.COORDINATOR)
def new_item() -> str:
    """An empty form."""
    return _form(Typed(_region(), dict.fromkeys(LINES, ""), (), (), 0))


@blueprint.post("/regio/agenda/nieuw")
@audience(Audience.COORDINATOR)
def add_item() -> Page:
    """Make the item: a draft, which nobody sees yet."""
    typed = typed_form(request.form, _region(), services().bank)
    draft = draft_of(typed, services().zone)
    if draft is None:
        return _form(typed), 422
    with services().database.writing() as session:
        require_region_now(session, draft.region_id)
        usecases.add_item(session, draft, services().clock())
    return _to_list(nu=agenda_page.SAVED)


@blueprint.get("/regio/agenda/<int:item_id>")
@audience(Audience.COORDINATOR)
def show_item(item_id: int) -> str:
    """The item, to change."""
    return _form(typed_item(_item(item_id)), item_id)


@blueprint.post("/regio/agenda/<int:item_id>")
@audience(Audience.COORDINATOR)
def change_item(item_id: int) -> Page:
    """Change the item, unless somebody else did meanwhile: then it is shown as it was typed."""
    item = _item(item_id)
    typed = typed_form(request.form, item.region_id, services().bank)
    draft = draft_of(typed, services().zone)
    if draft is None:
        return _form(typed, item_id), 422
    try:
        with services().database.writing() as session:
            require_region_now(session, item.region_id)
            usecases.change_item(session, item_id, draft, typed.revision, services().clock())
    except usecases.ItemChanged:
        typed.errors["title_nl"] = _(
            "Iemand anders heeft dit net veranderd. Hieronder staat wat jij typte. "
            "Druk nog een keer op Bewaar als dat moet gelden."
        )
        typed.revision = _item(item_id).revision
        return _form(typed, item_id), 409
    return _to_list(nu=agenda_page.SAVED)


@blueprint.post("/regio/agenda/<int:item_id>/stand")
@audience(Audience.COORDINATOR)
def move_item(item_id: int) -> Response:
    """Publish, withdraw, remove, or bring back."""
    action = request.form.get("action")
    item = _item(item_id, removed=action == "restore")
    now = services().clock()
    with services().database.writing() as session:
        require_region_now(session, item.region_id)
        if action == "publish":
            usecases.publish(session, item, now, shown=True)
        elif action == "withdraw":
            usecases.publish(session, item, now, shown=False)
        elif action == "remove":
            usecases.remove(session, item, now)
        elif action == "restore":
            usecases.bring_back(session, item, now)
    return _to_list(weg=str(item_id)) if action == "remove" else _to_list()


def _item(item_id: int, *, removed: bool = False) -> AgendaItem:
    """An item of the own regions; raises NotAllowed for any other, and for a removed one."""
    try:
        found = usecases.item_of(reading(), item_id, {region.id for region in own_regions()})
    except usecases.NoItem:
        raise NotAllowed from None
    if found.removed_at is not None and not removed:
        raise NotAllowed
    return found


def _region() -> str:
    """The region that was chosen for a new item; the only one, or the first. Raises NotAllowed."""
    mine = [region.id for region in own_regions()]
    if not mine:
        raise NotAllowed
    chosen = request.form.get("region", mine[0])
    return chosen if chosen in mine else mine[0]


def _form(typed: Typed, number: int = 0) -> str:
    view = agenda_page.form_view(typed, number)
    return render_template("coordinator/item.html", view=view)


def _to_list(**values: str) -> Response:
    return redirect(url_for("coordinator.agenda", **values), 303)  # type: ignore[arg-type]
