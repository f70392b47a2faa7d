"""The cell with the codes that DUO's register has for a school: of its locations, or of the whole.

Files of DUO are joined by it, so a code belongs to one institution of its kind.
"""

import re

from quiz.domain.catalogue.files import bounds
from quiz.domain.catalogue.files.cell import Cell
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.text.words import Words

_CODE = re.compile(r"[0-9]{2}[A-Z]{2}(?:[0-9]{2})?")
LOCATION_LENGTH, BRIN_LENGTH = 6, 4


def _read(text: str) -> tuple[str, ...]:
    codes = tuple(part.strip().upper() for part in text.split(";")) if text.strip() else ()
    for code in codes:
        if not _CODE.fullmatch(code):
            raise BadCell(
                Words("'%(code)s' is geen code van DUO", code=code),
                Words("Schrijf het zoals 02DC00 of 25LW."),
            )
    if len(set(codes)) < len(codes):
        raise BadCell(Words("een code staat er twee keer"), Words("Noem elke code één keer."))
    return codes


REGISTER_CODES = Cell(_read, ";".join, longest=bounds.SENTENCE)
