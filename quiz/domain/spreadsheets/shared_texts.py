"""The texts of a workbook, which its cells point at by number."""

import re
import zipfile
from collections.abc import Sequence

from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.xml_parts import Attributes, Handler, read_part
from quiz.domain.text.words import Words

LONGEST_TEXT = 1 << 17  # as much as a cell of a CSV file
MOST_LETTERS = 32 << 20  # of all texts together
_LETTER_LEAST = 16  # a text of its own costs at least so much
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def plain_text(text: str) -> str:
    """Give back the letters that XML cannot hold, which Excel writes as _x001F_.

    Half a letter (_xD800_) becomes the sign for one that was lost: no file and no page can hold it.
    """
    if "_x" not in text:
        return text
    read = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return read.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class TextParts:
    """The pieces of one text, without how it is pronounced; no longer than a text may be."""

    def __init__(self) -> None:
        """Begin without text."""
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._inside = self._pronounced = False

    def start(self, name: str) -> None:
        """Begin an element inside a text."""
        if name == "rPh":
            self._pronounced = True
        elif name == "t":
            self._inside = not self._pronounced

    def end(self, name: str) -> None:
        """End an element inside a text."""
        if name == "rPh":
            self._pronounced = False
        elif name == "t":
            self._inside = False

    def add(self, text: str) -> None:
        """Add what belongs to the text."""
        if self._inside:
            self._pieces.append(text)
            self._length += len(text)
            if self._length > LONGEST_TEXT:
                raise FileRefused(Words("een vak is veel te lang"), Words("Is dit wel een tabel?"))

    def take(self) -> str:
        """The whole text, and begin anew."""
        text = plain_text("".join(self._pieces))
        self._begin()
        return text


class _Texts(Handler):
    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts, self._left = TextParts(), MOST_LETTERS

    def start(self, name: str, attributes: Attributes) -> None:
        del attributes
        self._parts.start(name)

    def end(self, name: str) -> None:
        self._parts.end(name)
        if name == "si":
            self.found.append(self._parts.take())
            self._left -= _LETTER_LEAST + len(self.found[-1])
            if self._left < 0:
                raise FileRefused(
                    Words("dit Excel-bestand heeft te veel tekst"),
                    Words("Bewaar het als CSV UTF-8."),
                )

    def text(self, text: str) -> None:
        self._parts.add(text)


def shared_texts(archive: zipfile.ZipFile, part: str) -> Sequence[str]:
    """All shared texts in order."""
    texts = _Texts()
    for _ in read_part(archive, part, texts):
        pass
    return texts.found
