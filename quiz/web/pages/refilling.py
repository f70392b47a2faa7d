"""Fills a form of ours in again with what a visitor had typed and chosen in it.

It works on the page as it was drawn, so that no view has to know of it. Passwords never stand in a
page; neither does a postcode; and the token stays the one of the new page.
"""

from html.parser import HTMLParser
from itertools import accumulate

from markupsafe import Markup, escape
from werkzeug.datastructures import MultiDict

from quiz.domain.catalogue.places.reading import without_postcode

FORM = "formulier"
BEFORE = "_before"  # typed on the page before this one, which asks what was meant by it
_OURS = frozenset(("csrf_token",))
_NOT_TYPED = frozenset(("password", "submit", "button", "image", "reset", "file"))
_TICKED = frozenset(("radio", "checkbox"))
Attributes = dict[str, str | None]
Typed = MultiDict[str, str]


def filled(page: str, typed: Typed) -> str:
    """The page with these values in the form with the id `formulier`."""
    reader = _Reader(page, typed)
    reader.feed(page)
    for begin, end, tag in reversed(reader.changes):
        page = page[:begin] + tag + page[end:]
    return page


class _Reader(HTMLParser):
    """Finds the fields of the form, and notes which tags become another."""

    def __init__(self, page: str, typed: Typed) -> None:
        super().__init__()
        self.changes: list[tuple[int, int, str]] = []
        self._typed = typed
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self._is_inside = False
        self._select = ""
        self._text: tuple[int, str] | None = None  # where a text of more lines begins, and the new

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the fields inside the form only."""
        attributes = dict(attrs)
        if tag == "form":
            self._is_inside = attributes.get("id") == FORM
        elif tag == "select":
            self._select = attributes.get("name") or ""
        elif self._is_inside and tag == "option" and self._select in self._typed:
            self._mark(tag, attributes, "selected", self._select)
        elif self._is_inside and tag == "textarea" and attributes.get("name") in self._typed:
            told = self._typed[attributes["name"] or ""]
            self._text = self._here() + len(self.get_starttag_text() or ""), told
        elif self._is_inside and tag == "input" and attributes.get("name") not in _OURS:
            self._fill(attributes)

    def handle_endtag(self, tag: str) -> None:
        """After the form nothing is filled in; a text of more lines ends here."""
        if tag == "form":
            self._is_inside = False
        elif tag == "textarea" and self._text is not None:
            begin, told = self._text
            # A browser leaves out the first end of a line.
            self.changes.append((begin, self._here(), f"\n{escape(told)}"))
            self._text = None

    def _fill(self, attributes: Attributes) -> None:
        kind, name = attributes.get("type") or "text", attributes.get("name") or ""
        if kind in _TICKED:
            self._mark("input", attributes, "checked", name)
        elif kind not in _NOT_TYPED:
            told = self._typed.get(name, self._typed.get(name + BEFORE))
            if told is not None:
                told = without_postcode(told) if name == "place" else told
                self._change("input", {**attributes, "value": told})

    def _here(self) -> int:
        """Where in the page the reader is."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _mark(self, tag: str, attributes: Attributes, mark: str, name: str) -> None:
        """Choose a radio, a box or an option, or let it go."""
        others = {key: value for key, value in attributes.items() if key != mark}
        is_chosen = (attributes.get("value") or "") in self._typed.getlist(name)
        self._change(tag, {**others, mark: None} if is_chosen else others)

    def _change(self, tag: str, attributes: Attributes) -> None:
        begin = self._here()
        end = begin + len(self.get_starttag_text() or "")
        words = [
            key if value is None else Markup('{}="{}"').format(Markup(key), value)  # noqa: S704
            for key, value in attributes.items()
        ]
        self.changes.append((begin, end, f"<{' '.join((tag, *words))}>"))
