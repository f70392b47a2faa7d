"""E-mail addresses of staff in one form, so that one person never has two accounts."""

from email_validator import EmailNotValidError, validate_email

from quiz.records.staff import LONGEST_EMAIL


class InvalidEmail(ValueError):
    """What was typed is not an e-mail address."""


def plain_email(typed: str) -> str:
    """The address in lower case; raises InvalidEmail. Nothing is looked up on the network."""
    try:
        found = validate_email(typed.strip(), check_deliverability=False)
    except EmailNotValidError as problem:
        raise InvalidEmail(f"this is not an e-mail address: {typed.strip()[:80]!r}") from problem
    address = found.normalized.lower()
    if len(address) > LONGEST_EMAIL:
        raise InvalidEmail(f"this e-mail address is longer than {LONGEST_EMAIL} characters")
    return address
