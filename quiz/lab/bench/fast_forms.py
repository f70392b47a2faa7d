"""Reads the main form of a page quickly: a robot must cost less than the server it tests.

html5lib, which judges our pages elsewhere, takes longer than the server needs to make them.
Here only tags are looked at, one regular expression over the part inside <main>.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from random import Random

_TAG = re.compile(r"<(/?)(form|input|select|option)\b([^>]*)>")
# Any school and any year need not go together, and a page that comes back is no journey.
_TOLD = {"school_type": "havo", "year": "3"}
_ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')


@dataclass
class FastForm:
    """A form as it stands, and the choices it offers."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)

    def random_values(self, chance: Random) -> dict[str, str]:
        """Any valid way to fill it in: one of each choice, text fields as they are."""
        picked = {name: chance.choice(options) for name, options in self.choices.items()}
        told = {name: value for name, value in _TOLD.items() if name in self.choices}
        return {**self.values, **picked, **told}


def main_form(html: str) -> FastForm | None:
    """The first form inside <main>, or on a page without one, if there is any."""
    form: FastForm | None = None
    select = ""
    for closing, tag, text in _TAG.findall(html, max(html.find("<main"), 0)):
        if form is None:
            if tag == "form" and not closing:
                attributes = _attributes(text)
                form = FastForm(attributes.get("action", ""), attributes.get("method", "get"))
        elif tag == "form":
            break
        elif not closing:
            select = _read_control(form, tag, _attributes(text), select)
    return form


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _read_control(form: FastForm, tag: str, control: dict[str, str], select: str) -> str:
    """Add one control to the form; returns the select that following options belong to."""
    name, value = control.get("name", ""), control.get("value", "")
    if tag == "option":
        form.choices[select].append(value)
        form.values[select] = value if "selected" in control else form.values.get(select, value)
    elif tag == "select":
        form.choices[name] = []
        return name
    elif control.get("type") == "radio":
        form.choices.setdefault(name, []).append(value)
        if "checked" in control:
            form.values[name] = value
    elif name:
        form.values[name] = value
    return select
