"""Opening a file that somebody gives us, whatever it turns out to be."""

import gzip
import re
import stat
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.words import Words

MOST_FROM_A_PIPE = 1 << 30
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
_MAGIC = 512
_CHUNK = 1 << 20
_AS_XLSX = Words("Open het in Excel en bewaar het als .xlsx.")
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# The first bytes of files that are no table, what they are, and what to do.
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": (
        Words("dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op"),
        _AS_XLSX,
    ),
    b"%PDF": (Words("dit is een PDF"), Words("Geef het bestand waar hij van gemaakt is.")),
    GZIP: (Words("dit bestand is ingepakt (gzip)"), Words("Pak het eerst uit.")),
}


@contextmanager
def opened(path: Path, *, packed: bool = False) -> Iterator[BinaryIO]:
    """Open a file to read from the start and again; with `packed` also what gzip packed.

    What comes out of a pipe is put on disk first. Raises FileRefused for what is no table at all;
    whatever breaks while the file is read becomes a FileRefused as well.
    """
    try:
        with _source(path) as source:
            start = source.read(_MAGIC)
            source.seek(0)
            if packed and start.startswith(GZIP):
                with gzip.open(source) as unpacked:
                    yield cast(BinaryIO, unpacked)
            else:
                _refuse_foreign(start)
                yield source
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise FileRefused(
            Words("dit ingepakte bestand is stuk"), Words("Haal het opnieuw op.")
        ) from None


def _refuse_foreign(start: bytes) -> None:
    if not start:
        raise FileRefused(
            Words("dit bestand is leeg"), Words("Geef een bestand met een rij namen van kolommen.")
        )
    if _WEB_PAGE.match(start):
        advice = Words("Er ging iets mis bij het downloaden: haal het opnieuw op.")
        raise FileRefused(Words("dit is een webpagina, geen tabel"), advice)
    for magic, refusal in _FOREIGN.items():
        if start.startswith(magic):
            raise FileRefused(*refusal)


@contextmanager
def _source(path: Path) -> Iterator[BinaryIO]:
    if path.is_dir():
        raise FileRefused(Words("dit is een map"), Words("Geef een bestand."))
    try:
        source = path.open("rb")
    except OSError:
        reason = Words("dit bestand ontbreekt of is niet te lezen")
        raise FileRefused(reason, Words("Zet het in de map.")) from None
    with source:
        if stat.S_ISREG(path.stat().st_mode):
            yield source
        else:
            with tempfile.TemporaryFile() as kept:
                _copy(source, cast(BinaryIO, kept))
                yield cast(BinaryIO, kept)


def _copy(source: BinaryIO, kept: BinaryIO) -> None:
    left = MOST_FROM_A_PIPE
    while part := source.read(_CHUNK):
        left -= len(part)
        if left < 0:
            raise FileRefused(Words("hier komt geen eind aan"), Words("Geef een gewoon bestand."))
        kept.write(part)
    kept.seek(0)
