"""Ask Typst which signs its own fonts have, and write them to quiz/domain/text/embedded.txt.

For when Typst is updated and a test says that signs are gone: python scripts/embedded-signs.py
An accessible PDF refuses by name every sign that it has no picture of; what it does not refuse,
upright and bold, is there.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence

import typst

from quiz.domain.text.fonts import EMBEDDED
from quiz.domain.text.names import BLANKS

SHEET = b"""#set document(title: "x")
#set text(font: "Libertinus Serif")
#for sign in json(bytes(sys.inputs.signs)) [#sign *#sign* #parbreak()]"""
REFUSED = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
AT_ONCE = 2000


def main() -> None:
    """Ask for every letter, number, mark of punctuation and symbol of Unicode."""
    fonts = typst.Fonts(include_system_fonts=False)
    signs = [
        sign
        for sign in map(chr, range(0x21, 0x110000))
        if unicodedata.category(sign)[0] in "LNPS" and sign not in BLANKS
    ]
    there: list[int] = []
    for start in range(0, len(signs), AT_ONCE):
        part = signs[start : start + AT_ONCE]
        refused = set(_refused(part, fonts))
        there += [ord(sign) for sign in part if sign not in refused]
    EMBEDDED.write_text("".join(_ranges(there)), "ascii")


def _refused(signs: Sequence[str], fonts: typst.Fonts) -> Iterator[str]:
    try:
        typst.compile(
            SHEET,
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            sys_inputs={"signs": json.dumps(signs)},
        )
    except typst.TypstError as problem:
        for sign in REFUSED.findall(problem.diagnostic):
            yield ESCAPED.sub(lambda found: chr(int(found[1], 16)), sign)


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """The numbers as lines such as 21-7e."""
    first = before = numbers[0]
    for number in (*numbers[1:], 0):
        if number != before + 1:
            yield f"{first:x}-{before:x}\n"
            first = number
        before = number


main()
