"""Reads a page's main form as a robot does: only names, kinds and values, no knowledge of ours."""

from dataclasses import dataclass, field
from random import Random
from xml.etree.ElementTree import Element


@dataclass
class Form:
    """A form with what a browser would send as it stands, and the choices it offers."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def random_values(self, chance: Random) -> dict[str, str]:
        """Any valid way to fill in the form: one of each choice, text fields as they are."""
        picked = {name: chance.choice(options) for name, options in self.choices.items()}
        return {**self.values, **picked}


def main_form(document: Element) -> Form | None:
    """The first form inside <main>, if there is one."""
    main = document.find(".//main")
    element = None if main is None else main.find(".//form")
    return None if element is None else read_form(element)


def read_form(element: Element) -> Form:
    """All fields of a form element."""
    form = Form(element.get("action", ""), element.get("method", "get").lower())
    for control in element.iter():
        name = control.get("name")
        if name and control.tag == "input":
            _read_input(form, name, control)
        elif name and control.tag == "select":
            _read_select(form, name, control)
    return form


def _read_input(form: Form, name: str, control: Element) -> None:
    kind, value = control.get("type", "text"), control.get("value", "")
    if kind == "radio":
        form.choices.setdefault(name, []).append(value)
        if "checked" in control.attrib:
            form.values[name] = value
    else:
        form.values[name] = value
        if kind != "hidden":
            form.texts.append(name)


def _read_select(form: Form, name: str, control: Element) -> None:
    options = list(control.iter("option"))
    form.choices[name] = [option.get("value", "") for option in options]
    chosen = [option for option in options if "selected" in option.attrib] or options[:1]
    form.values[name] = chosen[0].get("value", "") if chosen else ""
