"""The words of what can go wrong when somebody signs in with the school's account."""

from flask import request, url_for

from quiz.usecases.sign_on import errors
from quiz.web.pages.languages import translate as _
from quiz.web.problems.pupil import Describe, Problem
from quiz.web.sign_on import asked_label


def begin_again() -> str:
    """The way to the same provider once more."""
    provider = (request.view_args or {}).get("provider")
    if provider is None:
        return url_for("accounts.sign_in")
    return url_for("accounts.to_school", provider=provider)


def away() -> Problem:
    """The provider does not answer, or too slowly."""
    return Problem(
        503,
        _("%(name)s antwoordt nu niet", name=asked_label()),
        _(
            "Daardoor kunnen we niet nakijken wie je bent. Leerlingen merken er niets van. Probeer "
            "het over een minuut nog een keer. Heb je hier ook een wachtwoord? Daarmee kun je wel "
            "in."
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def busy() -> Problem:
    """Others are signing in, or it failed a moment ago."""
    return Problem(
        503,
        _("Inloggen met %(name)s is nu even druk", name=asked_label()),
        _(
            "Wacht een minuut en probeer het dan nog een keer. Heb je hier ook een wachtwoord? "
            "Daarmee kun je meteen in."
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def said_no() -> Problem:
    """Somebody pressed cancel over there."""
    return Problem(
        403,
        _("Je bent niet ingelogd"),
        _("Bij %(name)s is het inloggen gestopt of niet toegestaan.", name=asked_label()),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def start_over() -> Problem:
    """Two tabs, an old bookmark, a cookie that is gone, or a page that was opened again."""
    return Problem(
        410,
        _("Dit inloggen is verlopen"),
        _(
            "Dat gebeurt met een oud tabblad of een bladwijzer, of als het inloggen langer dan "
            "tien minuten duurde. Er is niets veranderd. Begin opnieuw."
        ),
        _("Begin opnieuw"),
        begin_again(),
    )


def untrusted() -> Problem:
    """What came back may not be theirs."""
    return Problem(
        502,
        _("Het antwoord van %(name)s klopt niet", name=asked_label()),
        _(
            "Daarom laten we je hiermee niet binnen. Gebeurt het nog een keer? Zeg dan tegen wie "
            "de website beheert: kijk in het logboek bij “school account”."
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def clock_differs() -> Problem:
    """Our clock, or theirs."""
    return Problem(
        503,
        _("De klokken lopen niet gelijk"),
        _(
            "De klok van onze server en die van %(name)s verschillen. Dat ligt niet aan jou. Zeg "
            "het tegen wie de website beheert. Heb je hier ook een wachtwoord? Daarmee kun je wel "
            "in.",
            name=asked_label(),
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


def key_refused() -> Problem:
    """Our secret at the provider has ended: with Microsoft it does so every two years."""
    return Problem(
        503,
        _("%(name)s kent deze website niet meer", name=asked_label()),
        _(
            "De sleutel waarmee de website zich daar meldt, is verlopen of veranderd. Dat ligt "
            "niet aan jou. Zeg het tegen wie de website beheert. Heb je hier ook een wachtwoord? "
            "Daarmee kun je wel in."
        ),
        _("Naar inloggen"),
        url_for("accounts.sign_in"),
    )


BY_EXCEPTION: dict[type[Exception], Describe] = {
    errors.ProviderAway: away,
    errors.ProviderBusy: busy,
    errors.SaidNo: said_no,
    errors.StartOver: start_over,
    errors.Untrusted: untrusted,
    errors.ClockDiffers: clock_differs,
    errors.KeyRefused: key_refused,
}
