"""Reads our own PDFs back: what they say, in which language, and how it is tagged.

It knows the PDFs that Typst writes (plain objects, packed streams, Identity-H fonts) and no others.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import page

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_DRAWN = re.compile(
    rb"/(?P<font>f\d+) [\d.]+ Tf"
    rb"|\((?P<text>(?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*)\)"  # a glyph may be a bracket
    rb"|<(?P<hex>[0-9A-Fa-f]+)>"
    rb"|/(?P<mark>\w+)\s*(?:<<(?:/ActualText(?P<said>\((?:\\.|[^\\)])*\)|<[0-9A-F]+>)|[^>])*?>>)?"
    rb"\s*B(?:DC|MC)"
    rb"|(?P<end>EMC)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(\d{1,3}|\r\n|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}


@dataclass(frozen=True)
class Pdf:
    """One PDF of ours."""

    content: bytes

    @cached_property
    def objects(self) -> dict[int, bytes]:
        """Every object by its number."""
        return {int(number): body for number, body in _OBJECT.findall(self.content)}

    @property
    def language(self) -> str:
        """The language of the whole document."""
        (language,) = re.findall(r"/Lang\((\w+)\)", self._catalogue)
        return str(language)

    @property
    def shows_its_title(self) -> bool:
        """Whether a viewer shows the title instead of the name of the file."""
        return "/DisplayDocTitle true" in self._catalogue

    @property
    def is_tagged(self) -> bool:
        """Whether it says that it is tagged, and as PDF/UA-1."""
        marked = (
            "/MarkInfo<</Marked true" in self._catalogue and "/StructTreeRoot" in self._catalogue
        )
        return marked and b"<pdfuaid:part>1</pdfuaid:part>" in self.content

    @property
    def findings(self) -> list[str]:
        """What a validator of PDF/UA-1 finds wrong in it: rules with their words."""
        report = page.validate_pdf_bytes(self.content, profile="ua1")
        return [f"{found.rule_id}: {found.message}" for found in report.failures]

    @cached_property
    def tags(self) -> list[str]:
        """The kind of every element of the tree of tags, in reading order."""
        root = next(body for body in self.objects.values() if b"/Type/StructTreeRoot" in body)
        return [re.findall(rb"/S/(\w+)", body)[0].decode() for body in self._elements(root)]

    @cached_property
    def headings(self) -> list[tuple[str, str]]:
        """Every heading with its level, such as ("H1", "Mijn sterrenhemel")."""
        root = next(body for body in self.objects.values() if b"/Type/StructTreeRoot" in body)
        found = []
        for body in self._elements(root):
            for level, title in re.findall(rb"/S/(H\d).*?/T(\(.*?(?<!\\)\)|<[0-9A-F]+>)", body):
                found.append((level.decode(), _string(title)))
        return found

    @property
    def alternatives(self) -> list[str]:
        """The words of each picture for who does not see it."""
        return [
            _string(words) for words in re.findall(rb"/Alt(\(.*?(?<!\\)\)|<[0-9A-F]+>)", self._all)
        ]

    @property
    def links(self) -> list[str]:
        """Where its links lead."""
        return [address.decode() for address in re.findall(rb"/URI\((.*?)\)", self._all)]

    @property
    def page_objects(self) -> list[bytes]:
        """The objects that are pages."""
        return [body for body in self.objects.values() if re.search(rb"/Type/Page\b(?!s)", body)]

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page, decoration such as a running foot left out."""
        return [" ".join(self._words(page).split()) for page in self.page_objects]

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(self.pages)

    @property
    def _all(self) -> bytes:
        return b"\n".join(self.objects.values())

    @property
    def _catalogue(self) -> str:
        return next(body for body in self.objects.values() if b"/Type/Catalog" in body).decode()

    def _elements(self, parent: bytes) -> Iterator[bytes]:
        inside = re.search(rb"/K ?\[(.*?)\]|/K (\d+ 0 R)", parent, re.DOTALL)
        for number in re.findall(rb"(\d+) 0 R", b"" if inside is None else inside[0]):
            body = self.objects[int(number)]
            if b"/StructElem" in body:
                yield body
                yield from self._elements(body)

    def _words(self, page: bytes) -> str:
        fonts = self._fonts(page)
        letters: dict[str, str] = {}
        said, marks = [], []
        for drawn in _DRAWN.finditer(self.stream(reference(page, b"Contents"))):
            if drawn["font"]:
                letters = fonts[drawn["font"]]
            elif drawn["said"]:  # what the glyphs up to the end of this mark stand for
                said.append("" if b"Artifact" in marks else _string(drawn["said"]))
                marks.append(b"Artifact")
            elif drawn["mark"]:
                marks.append(drawn["mark"])
                said.append(" ")
            elif drawn["end"]:
                marks.pop()
            elif b"Artifact" not in marks:
                raw = (
                    bytes.fromhex(drawn["hex"].decode())
                    if drawn["hex"]
                    else unescaped(drawn["text"])
                )
                said.append(
                    "".join(letters.get(raw[at : at + 2].hex(), "") for at in range(0, len(raw), 2))
                )
        return "".join(said)

    def _fonts(self, page: bytes) -> dict[bytes, dict[str, str]]:
        resources = self.objects[reference(page, b"Resources")]
        return {
            name: _letters(self.stream(reference(self.objects[int(number)], b"ToUnicode")))
            for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
        }

    def stream(self, number: int) -> bytes:
        """What a packed object holds."""
        _head, _stream, packed = self.objects[number].partition(b"stream\n")
        return zlib.decompress(packed)


def reference(body: bytes, name: bytes) -> int:
    """The number of the object that an object names."""
    return int(re.findall(rb"/" + name + rb" (\d+) 0 R", body)[0])


def _letters(table: bytes) -> dict[str, str]:
    """What each glyph says, by its number in four hexadecimal digits."""
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>", table.decode())
    return {glyph.lower(): bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs}


def unescaped(text: bytes) -> bytes:
    """The bytes that a literal string stands for."""

    def plain(found: re.Match[bytes]) -> bytes:
        sign = found[1]
        return bytes([int(sign, 8)]) if sign.isdigit() else _PLAIN.get(sign, sign)

    return _ESCAPE.sub(plain, text)


def _string(written: bytes) -> str:
    """A string of the document: Latin letters, or UTF-16 with its mark."""
    raw = bytes.fromhex(written[1:-1].decode()) if written[:1] == b"<" else unescaped(written[1:-1])
    return raw[2:].decode("utf-16-be") if raw[:2] == b"\xfe\xff" else raw.decode("latin-1")
