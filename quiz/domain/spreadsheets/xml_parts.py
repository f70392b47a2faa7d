"""One part of an XLSX file as it streams by: bounded, and nothing in it refers to anything.

A document type, the root of all attacks by XML, is refused.
"""

import zipfile
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words

LARGEST_PART = 64 << 20  # unpacked bytes
LARGEST_LIST = 1 << 20
# A tag or a comment. A longer one is read again from its beginning with every chunk of it.
LONGEST_TOKEN = 1 << 20
_CHUNK = 1 << 16
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAVE_AGAIN = Words("Open het in Excel en bewaar het opnieuw als .xlsx.")

Attributes = Mapping[str, str]


def broken() -> FileRefused:
    """Say that a workbook is not what Excel makes."""
    return FileRefused(Words("dit Excel-bestand is stuk"), _SAVE_AGAIN)


class Handler:
    """What somebody wants to hear of a part; every name comes without its namespace."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""

    def end(self, name: str) -> None:
        """End an element."""

    def text(self, text: str) -> None:
        """Add text."""


def read_part(
    archive: zipfile.ZipFile, part: str, handler: Handler, most: int = LARGEST_PART
) -> Iterator[None]:
    """Give a part to the handler, and come back after every chunk; a missing part is empty."""
    try:
        info = archive.getinfo(part.lstrip("/"))
    except KeyError:
        return
    if info.compress_type not in _READABLE:
        raise broken()
    if info.file_size > most:
        raise FileRefused(
            Words("dit Excel-bestand is uitgepakt te groot"), Words("Bewaar het als CSV UTF-8.")
        )
    parser = _parser(handler)
    try:
        with archive.open(info) as source:
            while chunk := source.read(_CHUNK):
                parser.Parse(chunk, False)
                if source.tell() - parser.CurrentByteIndex > LONGEST_TOKEN:
                    raise broken()
                yield
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as problem:  # LookupError: of an encoding
        if isinstance(problem, FileRefused):
            raise
        raise broken() from None
    yield


def elements(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[str, Attributes]]:
    """Name and attributes of every element of a small part."""
    found: list[tuple[str, Attributes]] = []

    class Collecting(Handler):
        def start(self, name: str, attributes: Attributes) -> None:
            found.append((name, attributes))

    for _ in read_part(archive, part, Collecting(), LARGEST_LIST):
        yield from found
        found.clear()


def _parser(handler: Handler) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: handler.start(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: handler.end(_local(name))
    parser.CharacterDataHandler = handler.text
    return parser


def _refuse(*_: object) -> None:
    raise broken()


def _local(name: str) -> str:
    return name.rpartition("}")[2]
