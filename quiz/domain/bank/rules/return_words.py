"""Rules about the words of a return code: 2,048 (11 bits each), easy to type, none twice."""

import re
from pathlib import Path

from quiz.domain.spreadsheets.whole import read_whole

FILE = "words/return_words.txt"
COUNT = 2048
_GOOD_WORD = re.compile(r"[a-z]{3,8}")


def check_return_words(folder: Path) -> list[str]:
    """List every finding about the word file of the content folder; none when it is not there."""
    path = folder / FILE
    if not path.exists():
        return []
    found = read_whole(path).splitlines()
    findings = []
    if len(found) != COUNT:
        findings.append(f"{FILE}, all: has {len(found)} words; make it {COUNT}")
    seen: set[str] = set()
    for number, word in enumerate(found, start=1):
        if not _GOOD_WORD.fullmatch(word):
            findings.append(f"{FILE}, line {number}: {word!r} must be 3 to 8 letters a-z; replace")
        if word in seen:
            findings.append(f"{FILE}, line {number}: {word!r} stands there twice; replace one")
        seen.add(word)
    return findings
