"""Proves that the content keeps its own rules: one line per finding, none when in order."""

from itertools import combinations
from pathlib import Path

from quiz.config import paths
from quiz.domain.bank.help import check_help
from quiz.domain.bank.lesson import check_lessons
from quiz.domain.bank.load import load_bank
from quiz.domain.bank.paper import check_paper
from quiz.domain.bank.rules.balance import check_balance
from quiz.domain.bank.rules.completeness import check_belonging, check_languages
from quiz.domain.bank.rules.pages import check_pages
from quiz.domain.bank.rules.return_words import check_return_words
from quiz.domain.bank.rules.wording import check_wording
from quiz.domain.bank.rules.zooming import check_zooming
from quiz.domain.bank.schema import LANGUAGES, Bank, BankError, Texts
from quiz.domain.bank.texts import load_texts


def check_content(folder: Path = paths.QUESTIONS) -> list[str]:
    """List every finding about the content, each one line: file, id, what, what to do.

    A file that cannot be read is one finding; the rest is still checked.
    """
    bank, findings = _bank(folder)
    read: dict[str, Texts] = {}
    for language in LANGUAGES:
        try:
            read[language] = load_texts(language, folder)
        except BankError as error:
            findings.append(str(error))
    for language, texts in read.items():
        findings += check_belonging(bank, texts, language) if bank else []
        findings += check_wording(texts, language) + check_pages(texts, language)
    for first, second in combinations(read, 2):
        findings += check_languages(read[first], read[second], first, second)
    return [
        *findings,
        *check_return_words(folder),
        *check_lessons(folder),
        *check_help(folder),
        *check_paper(folder),
    ]


def _bank(folder: Path) -> tuple[Bank | None, list[str]]:
    try:
        bank = load_bank(folder)
    except BankError as error:
        return None, [str(error)]
    return bank, [*check_balance(bank), *check_zooming(bank)]
