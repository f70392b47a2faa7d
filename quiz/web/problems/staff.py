"""The words of the problems that only staff can have."""

from flask import url_for

from quiz.usecases.attempts.errors import NoShare
from quiz.usecases.region_rows.errors import NoRow
from quiz.usecases.staff.holding import AccountChanged
from quiz.web.access.audiences import NotAllowed
from quiz.web.access.limits import TooManyTries
from quiz.web.pages.languages import translate as _
from quiz.web.pages.waiting import how_long
from quiz.web.problems.pupil import Describe, Problem, not_found


def not_signed_in() -> Problem:
    """A page for staff in a browser where nobody is signed in (any more)."""
    return Problem(
        403,
        _("Je bent niet ingelogd"),
        _("Er is niets veranderd. Log in en probeer het dan nog een keer."),
        _("Inloggen"),
        url_for("accounts.sign_in"),
    )


def too_many_tries(refused: TooManyTries | None = None) -> Problem:
    """Wrong passwords, or wrong digits of the second step, too often."""
    refused = refused or TooManyTries()
    return Problem(
        429,
        _("Even wachten met inloggen"),
        _(
            "Er is te vaak een verkeerd wachtwoord of een verkeerde code getypt. Wacht %(wait)s en "
            "probeer het dan weer. Weet je je wachtwoord niet meer? Vraag de beheerder van je "
            "school om een link.",
            wait=how_long(refused.wait),
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def no_share() -> Problem:
    """A talk that is not shared with this school (any more); the same words for any number."""
    return Problem(
        404,
        _("Dit gesprek is er niet (meer)"),
        _(
            "De leerling deelt dit resultaat niet met jouw school, of niet meer. "
            "Met een nieuwe code van de leerling kan het weer."
        ),
        _("Naar de gesprekken"),
        url_for("counsellor.conversations"),
    )


def account_changed() -> Problem:
    """Somebody changed the account while its owner, or who says so, was busy with it."""
    return Problem(
        409,
        _("Je account is net veranderd"),
        _("Daarom is er nu niets gedaan. Log in en probeer het nog een keer."),
        _("Inloggen"),
        url_for("accounts.sign_in"),
    )


BY_EXCEPTION: dict[type[Exception], Describe] = {
    NotAllowed: not_found,  # never tells that a thing exists
    NoShare: no_share,
    NoRow: not_found,
    AccountChanged: account_changed,
}
