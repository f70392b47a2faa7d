"""Proves that the content keeps its own rules: one line per finding, none when in order."""

from pathlib import Path

from quiz import paths
from quiz.bank.load import load_bank
from quiz.bank.schema import LANGUAGES, BankError
from quiz.bank.texts import load_texts


def check_content(folder: Path = paths.QUESTIONS) -> list[str]:
    """List every finding about the content, each one line: file, id, what, what to do."""
    findings = []
    try:
        load_bank(folder)
    except BankError as error:
        findings.append(str(error))
    for language in LANGUAGES:
        try:
            load_texts(language, folder)
        except BankError as error:
            findings.append(str(error))
    return findings
