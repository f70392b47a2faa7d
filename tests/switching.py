"""Types in the form of a page and presses the other language, as a browser without scripts does."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tests.visitor import Page, Visitor

TYPED = 'Één "naam" & <b>zo</b> \' é'
Fields = dict[str, list[str]]
UNTYPED = {"hidden", "password", "submit"}


def form_of(page: Page) -> Element:
    """The form to which the languages of a page belong."""
    assert page.document is not None
    forms = [form for form in page.document.iter("form") if form.get("id") == "formulier"]
    assert len(forms) == 1, page.path
    return forms[0]


def button_of(page: Page) -> Element:
    """The other language, as a button of that form."""
    assert page.document is not None
    buttons = [each for each in page.document.iter("button") if each.get("name") == "taal"]
    assert [each.get("form") for each in buttons] == ["formulier"], page.path
    return buttons[0]


def controls(page: Page) -> Iterator[tuple[Element, str, str]]:
    for control in form_of(page).iter():
        kind = control.get("type", "text") if control.tag == "input" else control.tag
        if control.tag in {"input", "select"} and kind not in UNTYPED:
            yield control, kind, control.get("name", "")


def said(page: Page) -> Fields:
    """What a browser would send of what can be typed and chosen."""
    fields: Fields = {}
    for control, kind, name in controls(page):
        if kind == "select":
            options = list(control.iter("option"))
            chosen = [each for each in options if "selected" in each.attrib] or options[:1]
            fields[name] = [each.get("value", "") for each in chosen]
        elif kind not in {"radio", "checkbox"}:
            fields[name] = [control.get("value", "")]
        elif "checked" in control.attrib:
            fields.setdefault(name, []).append(control.get("value", ""))
    return fields


def something_else(page: Page) -> Fields:
    """Another choice everywhere, and every line full of signs."""
    fields: Fields = {}
    for control, kind, name in controls(page):
        if kind == "select":
            fields[name] = [[each.get("value", "") for each in control.iter("option")][-1]]
        elif kind == "checkbox" and "checked" not in control.attrib:
            fields.setdefault(name, []).append(control.get("value", ""))
        elif kind == "radio":
            fields[name] = [control.get("value", "")]
        elif kind != "checkbox":
            fields[name] = [TYPED]
    return fields


def switch(visitor: Visitor, page: Page, typed: Fields) -> Page:
    """Press the other language with this in the form."""
    button, hidden = button_of(page), page.form.values if not typed else {}
    for control in form_of(page).iter("input"):
        if control.get("type") == "hidden":
            hidden[control.get("name", "")] = control.get("value", "")
    fields = {**hidden, **typed, "password": "geheim wachtwoord", "taal": button.get("value")}
    return visitor.post(button.get("formaction", ""), fields)


def language_of(page: Page) -> str:
    assert page.document is not None
    root = page.document if page.document.tag == "html" else page.document.find("html")
    assert root is not None
    return root.get("lang", "")
