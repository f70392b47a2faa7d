"""The words for a form that is not taken: an old page, no cookies, too many wrong codes."""

from flask import url_for

from quiz.web.access.limits import Code, TooManyGuesses
from quiz.web.pages.languages import translate as _
from quiz.web.pages.waiting import how_long
from quiz.web.problems.pupil import Problem


def stale_form() -> Problem:
    """A form from an older session, or from elsewhere."""
    return Problem(
        400,
        _("Deze pagina was te oud"),
        _("We hebben niets veranderd. Open de pagina opnieuw en probeer het nog een keer."),
        _("Probeer het opnieuw"),
        url_for("pupil.questions"),
    )


def no_cookies() -> Problem:
    """A form without any cookie of ours, from a page that we made not long ago."""
    return Problem(
        400,
        _("Je browser bewaart geen cookies"),
        _(
            "Zonder cookie weten we niet van wie dit formulier is. We hebben niets veranderd. "
            "Zet cookies aan voor deze website, of pak een andere browser of een ander apparaat. "
            "Stond deze pagina heel lang open? Dan was hij misschien te oud: open hem opnieuw."
        ),
        _("Probeer het opnieuw"),
        url_for("public.home"),
    )


def foreign_form() -> Problem:
    """A form that a page of another website sent."""
    return Problem(
        400,
        _("Dit formulier kwam van een andere website"),
        _("We hebben niets veranderd. Open de pagina hier en probeer het nog een keer."),
        _("Naar het begin"),
        url_for("public.home"),
    )


def too_many_guesses(refused: TooManyGuesses | None = None) -> Problem:
    """Wrong codes, too often: by this browser, or by so many that no code is looked at now."""
    refused = refused or TooManyGuesses()
    if refused.seen:
        return _only_right_codes(refused)
    values = {"wait": how_long(refused.wait)}
    text = (
        _(
            "Er zijn te veel verkeerde codes getypt. Wacht %(wait)s en probeer het dan weer. "
            "Je antwoorden blijven bewaard.",
            **values,
        )
        if refused.code is Code.RETURN
        else _(
            "Er zijn te veel verkeerde codes getypt. Wacht %(wait)s en probeer het dan weer. "
            "Of scan de QR-code op het bord van je docent: die werkt ook nu.",
            **values,
        )
    )
    return Problem(429, _("Even wachten"), text, _("Naar het begin"), url_for("public.home"))


def _only_right_codes(refused: TooManyGuesses) -> Problem:
    """Wrong, as so many others were that were typed behind the same address."""
    text = _(
        "Op deze plek zijn te veel verkeerde codes getypt. Kijk nog eens goed en typ je code "
        "opnieuw: een goede code werkt meteen, ook nu. Over %(wait)s is dit weer voorbij.",
        wait=how_long(refused.wait),
    )
    is_return = refused.code is Code.RETURN
    scan = "" if is_return else " " + _("De QR-code op het bord van je docent werkt ook.")
    again = url_for("pupil.resume" if is_return else "pupil.join")
    title = _("Deze code kennen we niet")
    return Problem(429, title, text + scan, _("Typ de code opnieuw"), again)
