"""Help as content: for each page of staff a few short questions with their answers.

People who cannot code write questions/help; what is read here is checked like all content.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.bank.schema import LANGUAGES, BankError

FOLDER = "help"
PAGES = (
    *("classes", "new", "show", "progress", "picture", "plan", "with_whom", "compare"),
    *("conversations", "talk", "region", "region_row", "check", "import", "gaps", "agenda"),
    *("monitor", "colleagues", "account"),
)
MOST, LONGEST = 4, 200  # questions on a page, and signs in an answer: help that is read


class Help(NamedTuple):
    """One question and its answer."""

    ask: str
    answer: str


def load_help(language: str, folder: Path = paths.QUESTIONS) -> Mapping[str, tuple[Help, ...]]:
    """Read questions/help in one language, by page; raises BankError with one clear line."""
    place, content = read_yaml(folder, f"{FOLDER}/{language}.yaml")
    pages = place.fields(content, PAGES)
    return {page: _page(place.at(page), pages[page]) for page in PAGES}


def check_help(folder: Path = paths.QUESTIONS) -> list[str]:
    """List what is wrong with the help: unreadable, long, or not the same in both languages.

    A folder without help at all is one for another use, and not blamed for it.
    """
    if not (folder / FOLDER).is_dir():
        return []
    found, findings = [], []
    for language in LANGUAGES:
        try:
            found.append(load_help(language, folder))
        except BankError as error:
            findings.append(str(error))
    if not findings and len({tuple(len(each[page]) for page in PAGES) for each in found}) > 1:
        findings.append("help: the languages have other questions; make them the same")
    return findings


def _page(place: Location, value: object) -> tuple[Help, ...]:
    entries = [
        _entry(place.at(number), entry) for number, entry in enumerate(place.entries(value), 1)
    ]
    if len(entries) > MOST:
        raise place.refuse(f"has {len(entries)} questions; keep the best {MOST}")
    return tuple(entries)


def _entry(place: Location, value: object) -> Help:
    fields = place.fields(value, Help._fields)
    found = Help(place.text(fields["ask"]), place.text(fields["answer"]))
    if not found.ask.endswith("?"):
        raise place.refuse("asks nothing; end the question with ?")
    if len(found.answer) > LONGEST:
        raise place.refuse(f"answers in {len(found.answer)} signs; keep it within {LONGEST}")
    return found
