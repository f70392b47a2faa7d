"""A page as a browser builds it: html5lib judges every place of a page once, lxml reads the rest.

A place is a tag with the names of its attributes, what stands right before it, and the elements
that are open there: all that the judge goes by. A page whose places all stood on pages that were
well is well; words and values do not count, nor does how often a part comes again. What is no valid
HTML makes a new place: an unescaped sign is another tag, and where tags do not close in order
the judge is always asked. html5lib takes several times as long as making the page, so what one
worker of a run judged no other judges again.
"""

import re
from xml.etree.ElementTree import Element, TreeBuilder

import html5lib
from lxml import etree

from tests.seen_before import SeenBefore

SVG = "{http://www.w3.org/2000/svg}"
VALUES = re.compile(r'="[^"]*"')
SPACES = re.compile(r"\s+")
TAG = re.compile(r"<(/?)([^\s<>/]*)([^<>]*)>?([^<]*)")
ALONE = {"!doctype", "br", "hr", "img", "input", "link", "meta", "wbr"}
FRAME = {"html", "head", "body"}
IN_SVG = {"viewbox": "viewBox"}
READ_ALIKE = SeenBefore("html")  # places that html5lib found valid, and lxml reads as it does


def parse(html: str) -> Element:
    """The document; raises html5lib's ParseError for invalid HTML."""
    places = _places(html)
    if places and all(map(READ_ALIKE.knows, places)):
        return _quick(html)
    document = _strict(html)
    if places and _flat(document) == _flat(_quick(html)):
        for place in places:
            READ_ALIKE.note(place)
    return document


def _places(html: str) -> set[str]:
    """Every place of a page; none where its tags do not close in the order in which they opened."""
    found, opened, before = set(), [""], ""
    for closing, name, rest, text in TAG.findall(VALUES.sub("=", html)):
        tag = f"<{closing}{name}{rest}>{'.' if text.strip() else ''}"
        found.add(f"{opened[-1]} {before}{tag}")
        before = tag
        if closing:
            if not opened.pop().endswith(f">{name}"):
                return set()
        elif name.lower() not in ALONE and not rest.endswith("/"):
            opened.append(f"{opened[-1]}>{name}")
    return found if opened == [""] else set()


def _strict(html: str) -> Element:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    document: Element = parser.parse(html)
    return document


def _quick(html: str) -> Element:
    parser = etree.HTMLParser(encoding="utf-8", target=_Target())
    document: Element = etree.fromstring(html.encode(), parser)
    return document


def _flat(document: Element) -> list[object]:
    """All that a test can see of it; but not how many spaces."""
    found: list[object] = []
    for each in document.iter():
        if isinstance(each.tag, str):
            words = [SPACES.sub(" ", text or "") for text in (each.text, each.tail)]
            is_frame = each.tag in FRAME
            found.append((each.tag, each.attrib, [w.strip() if is_frame else w for w in words]))
    return found


class _Target:
    """Builds the tree that html5lib would: drawings have a namespace and letters of their own."""

    def __init__(self) -> None:
        self._builder, self._depth = TreeBuilder(), 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += bool(self._depth or tag == "svg")
        given = {IN_SVG.get(name, name): value for name, value in attributes.items()}
        self._builder.start(SVG + tag if self._depth else tag, given)

    def end(self, tag: str) -> None:
        self._builder.end(SVG + tag if self._depth else tag)
        self._depth -= bool(self._depth)

    def data(self, text: str) -> None:
        self._builder.data(text)

    def comment(self, text: str) -> None:
        """A page is read without its comments."""

    def close(self) -> Element:
        return self._builder.close()
