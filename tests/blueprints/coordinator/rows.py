"""What a coordinator does with one row, as the forms of its page send it."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from tests.forms import Form, read_form
from tests.visitor import Page, Visitor

MOBA = "/regio/aanbod/bedrijf/moba"


def form_to(page: Page, action: str) -> Form:
    """The form of a page that goes to this address."""
    assert page.document is not None
    found = (each for each in page.document.iter("form") if each.get("action") == action)
    return read_form(next(found))


def save(visitor: Visitor, page: Page, action: str = MOBA, **fields: str) -> Page:
    """Send the form of a row as it stands on a page, with these fields filled in."""
    shown = form_to(page, action).values
    shown.pop("checked", None)  # the tick that it was looked at today
    return visitor.post(action, {**shown, **fields})


def press(visitor: Visitor, page: Page, action: str) -> Page:
    """Press the one button of a form."""
    return visitor.post(action, dict(form_to(page, action).values))


def value(page: Page, name: str) -> str:
    """What stands in a field."""
    assert page.document is not None
    found = (each for each in page.document.iter("input") if each.get("id") == name)
    return next(found).get("value", "")


def boxes(page: Page) -> list[Element]:
    """The rows that can be ticked."""
    assert page.document is not None
    inputs = page.document.iter("input")
    return [each for each in inputs if each.get("name") == "rij"]


def take(visitor: Visitor, page: Page, *numbers: int, rest: Sequence[str] = ()) -> Page:
    """Tick these rows, or leave the ticks as they are, and press the button of an import.

    `rest`: of these outcomes also what the page does not show.
    """
    assert page.document is not None
    whole = page.response.request.full_path.rstrip("?")
    actions = [each.get("action") for each in page.document.iter("form")]
    address = whole if whole in actions else page.path
    values = form_to(page, address).values
    ticked = [each.get("value", "") for each in boxes(page) if "checked" in each.attrib]
    kept = {name: values[name] for name in ("csrf_token", "stand")}
    chosen = {"rij": list(map(str, numbers)) or ticked, "alles": list(rest)}
    return visitor.post(address, {**kept, **chosen, "action": "take"})
