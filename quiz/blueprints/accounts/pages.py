"""What the pages of accounts show, as plain values."""

from dataclasses import replace

import segno
from flask import request, url_for

from quiz.blueprints.accounts import colleague_operations, own_account
from quiz.blueprints.accounts.colleague_operations import OpenLink
from quiz.blueprints.accounts.forms import OFFERED_ROLES, SignInForm
from quiz.blueprints.accounts.linking import linked_providers
from quiz.blueprints.accounts.operations import WrongDigits, WrongPassword
from quiz.blueprints.accounts.view_models import (
    AccountView,
    ColleagueRow,
    ColleaguesView,
    InvitationRow,
    LinkingView,
    LinkView,
    SecondStepView,
    SetupView,
    SignInView,
)
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.links import EmailTaken, ExpiredLink, Link, LinkProblem, UsedLink
from quiz.web.access.audiences import StaffMember
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_date_and_time
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.sign_on import label_of, providers


def sign_in(onward: str) -> SignInView:
    """The empty form; just after a password was set it says so."""
    just_set = request.args.get("klaar") == "1"
    return SignInView(onward=onward, providers=_providers(), password_set=just_set)


def wrong_password(form: SignInForm) -> SignInView:
    """The form once more; it never says which of the two was wrong."""
    sentence = _("Het e-mailadres en het wachtwoord horen niet bij elkaar.")
    typed = (form.email.data or "")[:254]
    return SignInView(typed, form.verder.data or "", sentence, _providers())


def second_step(onward: str, *, wrong: bool = False) -> SecondStepView:
    """The field for six digits."""
    sentence = _("Deze code klopt niet, of is al gebruikt. Wacht op de volgende code.")
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


def setup(staff: StaffMember, problem: Exception | None = None) -> SetupView:
    """The drawing and the key for an app on a phone, and what was wrong with the last try."""
    prepared = own_account.begin_second_step(staff, again=problem is not None)
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
    )


def account(staff: StaffMember, error: str = "") -> AccountView:
    """The own account."""
    person, linked = own_account.as_stored(staff), linked_providers(staff.id)
    return AccountView(
        email=staff.email,
        school=colleague_operations.school_name(staff),
        roles=tuple(name for role, name in role_names().items() if role in staff.roles),
        second_step=person.tf_totp_secret is not None,
        has_password=person.password is not None,
        linked=tuple(Choice(one, label_of(one)) for one in linked),
        providers=tuple(one for one in _providers() if one.value not in linked),
        error=error,
        saved="klaar" in request.args,
    )


def colleagues(staff: StaffMember, email: str = "", error: str = "") -> ColleaguesView:
    """The list of the own school."""
    waiting = colleague_operations.open_links(staff)
    return ColleaguesView(
        school=colleague_operations.school_name(staff),
        rows=tuple(_row(staff, one) for one in colleague_operations.all_colleagues(staff)),
        invitations=tuple(_invitation(one) for one in waiting),
        choices=_choices(()),
        email=email[:254],
        error=error,
    )


def withdrawn(email: str, roles: list[str], staff_id: int | None) -> JustDone:
    """A link that stopped a moment ago, with a button for another one."""
    if staff_id is not None:
        words = _("De link voor een nieuw wachtwoord van %(email)s werkt niet meer.", email=email)
        again = url_for("accounts.colleague", staff_id=staff_id)
        return JustDone(words, again, _("Maak een nieuwe link"), {"action": "link"})
    words = _("De uitnodiging van %(email)s werkt niet meer.", email=email)
    again, fields = url_for("accounts.colleagues"), {"email": email, "roles": roles}
    return JustDone(words, again, _("Nodig opnieuw uit"), fields)


def colleague(staff: StaffMember, staff_id: int) -> ColleagueRow:
    """One colleague; raises NoSuchColleague."""
    row = _row(staff, colleague_operations.find_colleague(staff, staff_id))
    links = [one for one in colleague_operations.open_links(staff) if one.staff_id == staff_id]
    linked = tuple(map(label_of, linked_providers(staff_id)))
    return replace(row, linked=linked, link=_invitation(links[0]) if links else None)


def role_names() -> dict[str, str]:
    """What each role is called."""
    return {
        "teacher": _("docent"),
        "counsellor": _("decaan"),
        "coordinator": _("regiocoördinator"),
        "admin": _("beheerder"),
    }


def _row(staff: StaffMember, person: Staff) -> ColleagueRow:
    roles = [role.name for role in person.roles]
    return ColleagueRow(
        id=person.id,
        email=person.email,
        roles=_words(roles),
        choices=_choices(roles),
        active=person.active,
        second_step=person.tf_totp_secret is not None,
        is_me=person.id == staff.id,
    )


def _invitation(link: OpenLink) -> InvitationRow:
    what = _("nieuw wachtwoord") if link.staff_id else _words(link.roles)
    maker = link.maker or _("wie de website beheert")
    return InvitationRow(link.id, link.email, what, maker, show_date_and_time(link.until))


def _providers() -> tuple[Choice, ...]:
    """With which school accounts one can sign in here."""
    return tuple(Choice(one.id, one.label) for one in providers())


def _words(roles: list[str]) -> str:
    return ", ".join(name for role, name in role_names().items() if role in roles)


def _choices(chosen: list[str] | tuple[str, ...]) -> tuple[Choice, ...]:
    names = role_names()
    return tuple(Choice(role, names[role], role in chosen) for role in OFFERED_ROLES)
