"""Where the letters stand on the pages of our own PDFs."""

import re

from tests.pdf_reading import Pdf, reference, unescaped

# Our text stands in boxes at a place on the page, and in runs at a place in a box.
_AT = rb"1 0 0 -1 ([-\d.]+) [-\d.]+ "
_BOX = re.compile(_AT + rb"cm(.*?)(?=1 0 0 -1 [-\d.]+ [-\d.]+ cm|\Z)", re.DOTALL)
_RUN = re.compile(_AT + rb"Tm(.*?)(?=Tm|ET)", re.DOTALL)
_SHOWN = re.compile(rb"\((?:\\.|[^\\)])*\)|<[0-9A-F]+>", re.DOTALL)


def runs(pdf: Pdf) -> list[tuple[float, int]]:
    """Where each run of letters begins from the left, in points, and how many it has."""
    return [
        (float(box) + float(start), sum(_glyphs(shown) for shown in _SHOWN.findall(drawn)))
        for page in pdf.page_objects
        for box, inside in _BOX.findall(pdf.stream(reference(page, b"Contents")))
        for start, drawn in _RUN.findall(inside)
    ]


def _glyphs(shown: bytes) -> int:
    """How many glyphs a string draws, two bytes each."""
    return len(shown[1:-1]) // 4 if shown[:1] == b"<" else len(unescaped(shown[1:-1])) // 2
