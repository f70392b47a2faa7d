"""Inviting several colleagues at once, as a page shows it: what is wrong with each line, or links.

The links are shown once: on a page to print, with the same as a file that holds itself, so that
nothing of it is asked for, or kept, a second time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from quiz.blueprints.accounts import mailing
from quiz.blueprints.accounts.forms import OFFERED_ROLES, InviteManyForm
from quiz.blueprints.accounts.roles import role_choices, role_words
from quiz.domain.spreadsheets.spreadsheets import Sheet, csv_text
from quiz.usecases.staff.audit import Action, record_action
from quiz.usecases.staff.invitation_list import MOST_INVITED, Listed, Wrong, read_list
from quiz.usecases.staff.inviting import Invited, invite_all
from quiz.usecases.staff.people import NewAccount
from quiz.web.access.acting import require_now
from quiz.web.access.audiences import Audience, StaffMember
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _
from quiz.web.responses.downloads import CSV
from quiz.web.runtime import services


@dataclass(frozen=True)
class InviteManyView:
    """The field for a list: what was typed, and a sentence for each line that is wrong."""

    choices: tuple[Choice, ...]
    most: int = MOST_INVITED
    people: str = ""
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewLinkRow:
    """One colleague: their link, or why there is none; `mailed` is None without a mail server."""

    email: str
    roles: str
    address: str
    anew: bool = False
    mailed: bool | None = None


@dataclass(frozen=True)
class NewLinksView:
    """Everybody who was invited, shown this once; `file`: the same table, inside the link to it."""

    school: str
    rows: tuple[NewLinkRow, ...]
    members: tuple[str, ...]
    file: str


def empty() -> InviteManyView:
    """The form before anything was typed; most are teachers."""
    return InviteManyView(role_choices(("teacher",)))


def again(form: InviteManyForm, findings: Sequence[str]) -> InviteManyView:
    """The form once more; nobody was invited."""
    choices = role_choices(tuple(form.roles.data or ()))
    return InviteManyView(choices, people=form.people.data or "", findings=tuple(findings))


def findings(form: InviteManyForm, listed: Sequence[Listed]) -> list[str]:
    """Every reason why nothing can be made of this list yet."""
    if not form.validate():
        return [_("De lijst is te lang. Nodig ze in delen uit.")]
    if not listed:
        return [_("Plak of typ minstens een e-mailadres.")]
    if len(listed) > MOST_INVITED:
        most, count = MOST_INVITED, len(listed)
        return [_("Hooguit %(most)s tegelijk, en dit zijn er %(count)s.", most=most, count=count)]
    wrong = [_sentence(each) for each in listed if each.wrong is not None]
    if any(each.wrong is None and not each.roles for each in listed):
        wrong.append(_("Kies wat deze collega’s hier gaan doen."))
    return wrong


def listed_in(form: InviteManyForm) -> list[Listed]:
    """Who stands on the list."""
    chosen = [role for role in form.roles.data or () if role in OFFERED_ROLES]
    return read_list(form.people.data or "", chosen)


def invite_listed(staff: StaffMember, listed: Sequence[Listed]) -> list[Invited]:
    """Make all links in one transaction."""
    parts = services()
    wanted = [NewAccount(each.email, staff.school_id, each.roles) for each in listed]
    with parts.database.writing() as database:
        require_now(database, staff, Audience.ADMIN)
        made = invite_all(database, parts.code_key, wanted, parts.clock(), staff.id)
        for one in made:
            if one.token is not None:
                record_action(database, staff, Action.COLLEAGUE_INVITED, "school", staff.school_id)
    return made


def shown_once(school: str, made: Sequence[Invited]) -> NewLinksView:
    """The links, mailed where there is a mail server."""
    new = [one for one in made if one.token is not None]
    links = [(one.email, mailing.link_address(one.token or "")) for one in new]
    mailed: Sequence[bool | None] = mailing.mail_each(links) or [None] * len(new)
    rows = tuple(
        NewLinkRow(one.email, role_words(one.roles), address, one.anew, taken)
        for one, (_email, address), taken in zip(new, links, mailed, strict=True)
    )
    members = tuple(one.email for one in made if one.token is None)
    return NewLinksView(school, rows, members, _file(rows))


def _file(rows: Sequence[NewLinkRow]) -> str:
    headings = (_("E-mailadres"), _("Rol"), _("Link"))
    table = [(row.email, row.roles, row.address) for row in rows]
    return f"data:{CSV.replace(' ', '')},{quote(csv_text(Sheet('', headings, table)))}"


def _sentence(each: Listed) -> str:
    words = {
        Wrong.NO_ADDRESS: _("Regel %(line)s: “%(word)s” is geen e-mailadres."),
        Wrong.NO_EMAIL: _("Regel %(line)s: “%(word)s” is geen heel e-mailadres."),
        Wrong.STRANGE: _(
            "Regel %(line)s: “%(word)s” kennen we niet. Achter een adres kan staan: "
            "docent, decaan of beheerder."
        ),
        Wrong.TWICE: _("Regel %(line)s: %(word)s staat er al."),
    }
    return words[each.wrong or Wrong.NO_ADDRESS] % {"line": each.line, "word": each.word}
