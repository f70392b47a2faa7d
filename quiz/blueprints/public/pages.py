"""Builds what the public pages need beyond their own words."""

from quiz.domain.catalogue.credits import CREDITS
from quiz.web.pages.languages import current_language


def credit_lines() -> list[str]:
    """Whom we owe the facts to, a line each, in the language of the visitor."""
    english = current_language() == "en"
    return [
        f"{credit.name}: {credit.used_for_en if english else credit.used_for_nl}"
        + (f" ({credit.licence})" if credit.licence else "")
        for credit in CREDITS
    ]
