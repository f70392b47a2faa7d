"""A page as a browser builds it: html5lib judges each shape of page once, lxml reads the rest.

Two pages have one shape when they differ in words and values alone. What is no valid HTML shows in
the shape: an unescaped sign makes another tag. html5lib takes several times as long as the page:
what one worker of a run judged no other judges again.
"""

import re
from xml.etree.ElementTree import Element, TreeBuilder

import html5lib
from lxml import etree

from tests.seen_before import SeenBefore

SVG = "{http://www.w3.org/2000/svg}"
VALUES = re.compile(r'="[^"]*"')
WORDS = re.compile(r">[^<>]+")
SPACES = re.compile(r"\s+")
FRAME = {"html", "head", "body"}
IN_SVG = {"viewbox": "viewBox"}
READ_ALIKE = SeenBefore("html")  # shapes that html5lib found valid, and lxml reads as it does


def parse(html: str) -> Element:
    """The document; raises html5lib's ParseError for invalid HTML."""
    shape = WORDS.sub(">", VALUES.sub("=", html))
    if READ_ALIKE.knows(shape):
        return _quick(html)
    document = _strict(html)
    if _flat(document) == _flat(_quick(html)):
        READ_ALIKE.note(shape)
    return document


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
