"""What a coordinator does with one row, as the forms of its page send it."""

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
