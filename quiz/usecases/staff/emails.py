"""E-mail addresses of staff in one form, so that one person never has two accounts."""

from email_validator import EmailNotValidError, validate_email

from quiz.storage.tables.staff import LONGEST_EMAIL


class InvalidEmail(ValueError):
    """What was typed is not an e-mail address."""


def plain_email(typed: str) -> str:
    """The address in lower case; raises InvalidEmail. Nothing is looked up on the network.

    Plain letters only: a full-width or Cyrillic letter looks like ours and would make a second
    person out of one. Before the @ others are refused; behind it they show as `xn--`.
    """
    try:
        found = validate_email(typed.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError as problem:
        raise InvalidEmail(f"this is not an e-mail address: {typed.strip()[:80]!r}") from problem
    address = (found.ascii_email or "").lower()
    if len(address) > LONGEST_EMAIL:
        raise InvalidEmail(f"this e-mail address is longer than {LONGEST_EMAIL} characters")
    return address
