"""The words of the pages themselves, judged by the same measure as the content in questions/."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

ROOMS = ("pupil", "public", "parts")
FEWEST_WORDS = 20
EXTRACTORS = [("**.html", "jinja2")]


def hard_pages(templates: Path) -> list[str]:
    """List the pages for pupils whose Dutch is harder than the pages of questions/ may be.

    A page is read as a whole, because one long but well-known word ("Toegankelijkheid") weighs
    too much in a few words; pages with fewer than twenty words are left to people.
    """
    from quiz.domain.bank.rules.pages import EASE_OF_PAGE
    from quiz.domain.bank.rules.readability import reading_ease, words

    findings = []
    for page, texts in sorted(_texts(templates).items()):
        ease = reading_ease(texts, "nl")
        if sum(len(words(text)) for text in texts) >= FEWEST_WORDS and ease < EASE_OF_PAGE:
            findings.append(
                f"{page}: reads at {ease:.0f}, harder than {EASE_OF_PAGE}; use shorter words"
            )
    return findings


def _texts(templates: Path) -> Mapping[str, list[str]]:
    """The Dutch texts of each template, as Babel collects them for translation."""
    from babel.messages.extract import extract_from_dir

    found = defaultdict(list)
    for room in ROOMS:
        for file, _line, text, _comments, _context in extract_from_dir(
            templates / room, method_map=EXTRACTORS
        ):
            found[f"templates/{room}/{file}"].append(str(text))
    return found
