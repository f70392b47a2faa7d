"""What the pages of accounts show, as plain values."""

from collections.abc import Iterable

import segno
from flask import request, session

from quiz.blueprints.accounts import colleague_operations, own_account, own_second_step
from quiz.blueprints.accounts.forms import SignInForm
from quiz.blueprints.accounts.linking import linked_providers
from quiz.blueprints.accounts.operations import WrongDigits, WrongPassword
from quiz.blueprints.accounts.roles import role_names
from quiz.blueprints.accounts.view_models import (
    AccountView,
    LinkingView,
    LinkView,
    RecoveryCodesView,
    SecondStepView,
    SetupView,
    SignInView,
)
from quiz.domain.codes.recovery_codes import display_recovery_code
from quiz.usecases.staff.asked_step import is_asked
from quiz.usecases.staff.links import EmailTaken, ExpiredLink, Link, LinkProblem, UsedLink
from quiz.web.access.audiences import StaffMember
from quiz.web.access.session_keys import SET_UP_FIRST, STEP_ELSEWHERE
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, services
from quiz.web.sign_on import label_of, providers


def sign_in(onward: str) -> SignInView:
    """The empty form."""
    return SignInView(onward=onward, providers=_providers())


def wrong_password(form: SignInForm) -> SignInView:
    """The form once more; it never says which of the two was wrong."""
    sentence = _("Het e-mailadres en het wachtwoord horen niet bij elkaar.")
    typed = (form.email.data or "")[:254]
    return SignInView(typed, form.verder.data or "", sentence, _providers())


def second_step(onward: str, *, wrong: bool = False) -> SecondStepView:
    """The field for six digits, or a code from paper."""
    sentence = _(
        "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code, of neem een "
        "andere herstelcode."
    )
    return SecondStepView(onward, sentence if wrong else "")


def link(found: Link, error: str = "") -> LinkView:
    """The form behind a one-time link."""
    return LinkView(found.email, found.is_new, error, _providers())


def linking(provider: str, email: str, error: str = "") -> LinkingView:
    """Whether to link this account to the school account that came back."""
    return LinkingView(label_of(provider), email, error)


def bad_password() -> str:
    """What a password must be."""
    return _("Kies een wachtwoord van minstens 12 tekens.")


def easy_password() -> str:
    """Why a password that is long enough is refused."""
    return _("Dit wachtwoord raden anderen snel. Kies een korte zin die alleen jij bedenkt.")


def broken_link(problem: LinkProblem) -> str:
    """Why a link does not work, and what helps."""
    if isinstance(problem, UsedLink):
        return _("Deze link is al gebruikt. Log in met het wachtwoord dat je toen koos.")
    if isinstance(problem, ExpiredLink):
        return _("Deze link is te oud. Vraag de beheerder van je school om een nieuwe.")
    if isinstance(problem, EmailTaken):
        return _("Bij dit e-mailadres hoort al een account. Log daarmee in.")
    return _("Deze link bestaat niet (meer). Vraag de beheerder van je school om een nieuwe.")


def wrong_present() -> str:
    """The password that was typed once more is not the one of this account."""
    return _("Je huidige wachtwoord klopt niet.")


def sign_in_again() -> str:
    """The sign-on with the school's account is too long ago to be a proof."""
    return _("Log eerst nog een keer in met je schoolaccount. Daarna kan dit.")


def step_is_asked() -> str:
    """Why the second step stays on."""
    return _("Je school vraagt de extra stap van jou. Uitzetten kan niet.")


def setup(staff: StaffMember, problem: Exception | None = None) -> SetupView:
    """The drawing and the key for an app on a phone, and what was wrong with the last try."""
    person = own_account.as_stored(staff)
    can_prove = own_account.can_prove(person)
    linked = () if can_prove else _linked(staff)
    prepared = own_second_step.begin_second_step(staff, again=problem is not None)
    drawing = segno.make(prepared.uri, micro=False).svg_inline(scale=5, light="#fff")
    wrong_code = _(
        "Deze code klopt niet. Wacht op de volgende code en typ die. "
        "Heb je deze pagina opnieuw geopend? Scan dan het nieuwe plaatje."
    )
    return SetupView(
        drawing,
        prepared.key,
        password_error=wrong_present() if isinstance(problem, WrongPassword) else "",
        code_error=wrong_code if isinstance(problem, WrongDigits) else "",
        is_first=bool(session.get(SET_UP_FIRST)),
        has_password=person.password is not None,
        can_prove=can_prove,
        linked=linked,
    )


def recovery_codes(email: str, codes: Iterable[str], *, just_on: bool) -> RecoveryCodesView:
    """A new set of codes on paper."""
    shown = tuple(map(display_recovery_code, codes))
    return RecoveryCodesView(shown, email, show_day(services().today()), just_on)


def account(staff: StaffMember, error: str = "") -> AccountView:
    """The own account."""
    person, linked = own_account.as_stored(staff), _linked(staff)
    known = {one.value for one in linked}
    second_step = person.tf_totp_secret is not None
    return AccountView(
        email=staff.email,
        school=colleague_operations.school_name(staff),
        roles=tuple(name for role, name in role_names().items() if role in staff.roles),
        second_step=second_step,
        step_is_asked=second_step and is_asked(reading(), person),
        codes_left=own_second_step.codes_left(staff) if second_step else 0,
        has_password=person.password is not None,
        can_prove=own_account.can_prove(person),
        step_elsewhere=bool(session.get(STEP_ELSEWHERE)),
        linked=linked,
        providers=tuple(one for one in _providers() if one.value not in known),
        error=error,
        saved="klaar" in request.args,
    )


def _linked(staff: StaffMember) -> tuple[Choice, ...]:
    """With which school accounts somebody can sign in to this account."""
    return tuple(Choice(one, label_of(one)) for one in linked_providers(staff.id))


def _providers() -> tuple[Choice, ...]:
    """With which school accounts one can sign in here."""
    return tuple(Choice(one.id, one.label) for one in providers())
