"""What an admin sees of the colleagues of the school, as plain values."""

from dataclasses import dataclass, replace

from flask import request, url_for

from quiz.blueprints.accounts import colleague_operations
from quiz.blueprints.accounts.colleague_operations import OpenLink
from quiz.blueprints.accounts.linking import linked_providers
from quiz.blueprints.accounts.roles import role_choices, role_words
from quiz.blueprints.accounts.view_models import ColleagueRow, ColleaguesView, InvitationRow
from quiz.storage.tables.staff import Staff
from quiz.usecases.staff.asked_step import asked_roles, linked_with
from quiz.web.access.audiences import StaffMember
from quiz.web.pages.dates import show_date_and_time
from quiz.web.pages.done import JustDone
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading
from quiz.web.sign_on import label_of, providers


def colleagues(
    staff: StaffMember, email: str = "", error: str = "", step_error: str = ""
) -> ColleaguesView:
    """The list of the own school."""
    waiting, step = colleague_operations.open_links(staff), _steps_of(staff)
    everybody = colleague_operations.all_colleagues(staff)
    return ColleaguesView(
        school=colleague_operations.school_name(staff),
        rows=tuple(_row(staff, one, step) for one in everybody),
        invitations=tuple(_invitation(one) for one in waiting),
        choices=role_choices(()),
        asked=role_choices(step.asked),
        saved="klaar" in request.args,
        email=email[:254],
        error=error,
        step_error=step_error,
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
    row = _row(staff, colleague_operations.find_colleague(staff, staff_id), _steps_of(staff))
    links = [one for one in colleague_operations.open_links(staff) if one.staff_id == staff_id]
    linked = tuple(map(label_of, linked_providers(staff_id)))
    return replace(row, linked=linked, link=_invitation(links[0]) if links else None)


@dataclass(frozen=True)
class _Steps:
    """Of which roles the second step is asked, and who has it at the school's provider."""

    asked: frozenset[str]
    elsewhere: frozenset[int]

    def words(self, person: Staff) -> str:
        """How it stands with the second step of one person."""
        if person.tf_totp_secret is not None:
            return _("aan")
        if person.id in self.elsewhere:
            return _("via schoolaccount")
        asked = not self.asked.isdisjoint(role.name for role in person.roles)
        return _("nog niet, wel verplicht") if asked else _("uit")


def _steps_of(staff: StaffMember) -> _Steps:
    school, ask_it = staff.school_id, [one.id for one in providers() if one.has_second_step]
    linked = linked_with(reading(), school, ask_it) if ask_it else frozenset()
    return _Steps(asked_roles(reading(), school), linked)


def _row(staff: StaffMember, person: Staff, steps: _Steps) -> ColleagueRow:
    roles = [role.name for role in person.roles]
    return ColleagueRow(
        id=person.id,
        email=person.email,
        roles=role_words(roles),
        choices=role_choices(roles),
        active=person.active,
        second_step=person.tf_totp_secret is not None,
        step=steps.words(person),
        is_me=person.id == staff.id,
    )


def _invitation(link: OpenLink) -> InvitationRow:
    what = _("nieuw wachtwoord") if link.staff_id else role_words(link.roles)
    maker = link.maker or _("wie de website beheert")
    return InvitationRow(link.id, link.email, what, maker, show_date_and_time(link.until))
