"""The words for somebody who came back from the school's provider, and whom we do not let in."""

from flask import url_for

from quiz.usecases.sign_on.errors import NotOfStaff, OtherSchool
from quiz.usecases.staff import identities
from quiz.web.pages.languages import translate as _
from quiz.web.problems.pupil import Describe, Problem
from quiz.web.problems.sign_on import begin_again
from quiz.web.sign_on import asked_label


def not_of_staff() -> Problem:
    """A pupil, most of the time."""
    return Problem(
        403,
        _("Dit is alleen voor medewerkers van de school"),
        _("Ben je leerling? Je hebt geen account nodig: je doet mee met de code van je klas."),
        _("Meedoen met een klascode"),
        url_for("pupil.join"),
    )


def other_school() -> Problem:
    """Of a school that is not in the settings."""
    return Problem(
        403,
        _("Deze school logt hier niet in"),
        _(
            "Je schoolaccount is van een andere school dan die hier met %(name)s inlogt. Heb je er "
            "twee? Kies dan het andere.",
            name=asked_label(),
        ),
        _("Kies een ander account"),
        begin_again(),
    )


def unknown_identity() -> Problem:
    """The right provider, and nobody here. It never says whether an address has an account."""
    return Problem(
        403,
        _("We kennen dit schoolaccount nog niet"),
        _(
            "Heb je hier al een account? Log in met je wachtwoord en koppel je schoolaccount onder "
            "Mijn account. Heb je nog geen account? De beheerder van je school nodigt je uit. "
            "Leerlingen hebben geen account nodig."
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def identity_closed() -> Problem:
    """The account here is closed."""
    return Problem(
        403,
        _("Je account hier is dicht"),
        _("Inloggen kan niet meer. De beheerder van je school kan het account weer openen."),
        _("Naar het begin"),
        url_for("public.home"),
    )


def identity_taken() -> Problem:
    """Somebody else at this school linked it."""
    return Problem(
        409,
        _("Dit schoolaccount hoort al bij iemand anders"),
        _(
            "Bij jouw school is het aan een ander account gekoppeld. Er is niets veranderd. Is dat "
            "een vergissing? De beheerder van je school kan die koppeling losmaken."
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def nothing_linked() -> Problem:
    """The link is gone already: pressed twice."""
    return Problem(
        409,
        _("Dit schoolaccount is al losgemaakt"),
        _("Er is niets veranderd."),
        _("Naar mijn account"),
        url_for("accounts.account"),
    )


BY_EXCEPTION: dict[type[Exception], Describe] = {
    NotOfStaff: not_of_staff,
    OtherSchool: other_school,
    identities.UnknownIdentity: unknown_identity,
    identities.IdentityClosed: identity_closed,
    identities.IdentityTaken: identity_taken,
    identities.NothingLinked: nothing_linked,
}
