"""Which letters the bytes of a text stand for, as Dutch programs write them.

UTF-8 with or without a mark, UTF-16 with a mark (Excel's "Unicode-tekst"), and else the code page
of a Dutch Windows. Every sequence of bytes means something in that code page, so what can only be
another one (old DOS, Mac) is refused.
"""

import codecs
import re
from io import TextIOWrapper
from typing import BinaryIO

from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words

WINDOWS = "cp1252"
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CHUNK = 1 << 20
# An é of DOS reads as a low quotation mark behind a letter, of a Mac as a capital Ž: no Dutch text.
_ANOTHER_PAGE = re.compile("[a-z](?:[‚ƒ„†‡ˆ‰‹ŠŒŽ]|[“”][a-z])")
# UTF-8 that was taken for the Windows code page and saved again: Ã© for é.
_TWICE = re.compile("[ÂÃÄÅâðŸ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
UNREADABLE = Words("de tekens in dit bestand zijn niet te lezen")
SAVE_AGAIN = Words("Bewaar het als 'CSV UTF-8' of als .xlsx.")


def encoding_of(source: BinaryIO) -> str:
    """The name of the encoding of a text; leaves the source at its start."""
    start = source.read(max(map(len, _MARKS)))
    source.seek(0)
    for mark, name in _MARKS.items():
        if start.startswith(mark):
            return name
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := source.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return WINDOWS
    finally:
        source.seek(0)
    return "utf-8"


class Text:
    """The text in a source; a piece that no text in its encoding holds is refused."""

    def __init__(self, source: BinaryIO) -> None:
        """Find the encoding, and stand at the start."""
        self._source, self._encoding = source, encoding_of(source)
        self._wrapped = TextIOWrapper(source, self._encoding, newline="")

    def read(self, size: int) -> str:
        """At most so many characters, none at the end."""
        return self._checked(size, whole_line=False)

    def readline(self, size: int) -> str:
        """The rest of this line, or the first so many characters of it."""
        return self._checked(size, whole_line=True)

    def restart(self) -> None:
        """Stand at the start again."""
        self._wrapped.seek(0)

    def position(self) -> int:
        """Tell how many bytes are read."""
        return self._source.tell()

    def release(self) -> None:
        """Leave the source open for who opened it."""
        self._wrapped.detach()

    def _checked(self, size: int, *, whole_line: bool) -> str:
        try:
            text = self._wrapped.readline(size) if whole_line else self._wrapped.read(size)
        except UnicodeDecodeError:
            raise FileRefused(UNREADABLE, SAVE_AGAIN) from None
        if "\x00" in text:
            raise FileRefused(Words("dit is geen tekst"), SAVE_AGAIN)
        if self._encoding == WINDOWS and _ANOTHER_PAGE.search(text):
            raise FileRefused(UNREADABLE, SAVE_AGAIN)
        return text


def unscrambled(text: str) -> str:
    """Give back é where a program once made Ã© of it; any other text as it is."""
    if text.isascii() or not _TWICE.search(text):
        return text
    try:
        return b"".join(map(_windows_byte, text)).decode("utf-8")
    except UnicodeError:
        return text


def _windows_byte(letter: str) -> bytes:
    """Five bytes have no letter in the code page; Windows lets them through."""
    return bytes([ord(letter)]) if "\x80" <= letter < "\xa0" else letter.encode(WINDOWS)
