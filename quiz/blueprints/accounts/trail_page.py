"""The trail of the own school on screen, for its admin: who did what, and when."""

from collections.abc import Mapping

from flask import render_template, request

from quiz.blueprints.accounts.routes import Page, blueprint
from quiz.blueprints.accounts.view_models import TrailRow, TrailView
from quiz.config.whole_numbers import whole_number
from quiz.storage.identifiers import LARGEST_NUMBER
from quiz.usecases.staff.audit import Action
from quiz.usecases.staff.trail import TrailLine, trail_of
from quiz.web.access.audiences import Audience, StaffMember, audience, require_staff
from quiz.web.pages.dates import show_day_and_time
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading

ON_A_PAGE = 100
_DIGITS = 10


@blueprint.get("/collegas/logboek")
@audience(Audience.ADMIN)
def trail() -> Page:
    """The newest lines, or those before a line."""
    return render_template("accounts/trail.html", view=_view(require_staff()))


def _view(staff: StaffMember) -> TrailView:
    before = whole_number(request.args.get("voor", ""), _DIGITS)
    before = None if before is None else min(before, LARGEST_NUMBER)
    lines = trail_of(reading(), staff.school_id, before, most=ON_A_PAGE + 1)
    shown = lines[:ON_A_PAGE]
    called = {action.value: word for action, word in words().items()}
    older = shown[-1].id if len(lines) > ON_A_PAGE else None
    return TrailView(tuple(_row(line, called) for line in shown), older, is_newest=before is None)


def _row(line: TrailLine, called: Mapping[str, str]) -> TrailRow:
    number = "" if line.object_id is None or line.kind == "session" else str(line.object_id)
    who = line.who or _("beheerder van de installatie")
    return TrailRow(
        show_day_and_time(line.moment), who, called.get(line.action, line.action), number
    )


def words() -> dict[Action, str]:
    """What each action is called."""
    return {**_of_accounts(), **_of_classes()}


def _of_accounts() -> dict[Action, str]:
    return {
        Action.SIGNED_IN: _("ingelogd"),
        Action.SIGNED_OUT: _("uitgelogd"),
        Action.SIGNED_OUT_EVERYWHERE: _("overal uitgelogd"),
        Action.PASSWORD_SET: _("wachtwoord gekozen"),
        Action.SECOND_STEP_ON: _("extra stap aangezet"),
        Action.SECOND_STEP_OFF: _("extra stap uitgezet"),
        Action.SECOND_STEP_ASKED: _("gekozen voor wie de extra stap verplicht is"),
        Action.RECOVERY_CODES_MADE: _("herstelcodes gemaakt"),
        Action.RECOVERY_CODE_USED: _("ingelogd met een herstelcode"),
        Action.COLLEAGUE_INVITED: _("collega uitgenodigd"),
        Action.INVITATION_WITHDRAWN: _("link ingetrokken"),
        Action.ACCOUNT_REMOVED: _("account verwijderd"),
        Action.PASSWORD_LINK_MADE: _("link voor een wachtwoord gemaakt"),
        Action.ROLES_CHANGED: _("rollen veranderd"),
        Action.REGIONS_CHANGED: _("regio’s veranderd"),
        Action.ACCOUNT_CLOSED: _("account gesloten"),
        Action.ACCOUNT_OPENED: _("account geopend"),
        Action.SCHOOL_ACCOUNT_LINKED: _("schoolaccount gekoppeld"),
        Action.SCHOOL_ACCOUNT_UNLINKED: _("schoolaccount losgekoppeld"),
        Action.ACCOUNT_RENAMED: _("ander e-mailadres gegeven"),
        Action.SCHOOL_RENAMED: _("school een andere naam gegeven"),
        Action.SCHOOL_MERGED: _("school samengevoegd"),
        Action.SCHOOL_PLACED: _("gezegd waar de school staat"),
    }


def _of_classes() -> dict[Action, str]:
    return {
        Action.CLASS_MADE: _("klas gemaakt"),
        Action.CLASS_CHANGED: _("klas gewijzigd"),
        Action.CLASS_CLOSED: _("klas gesloten"),
        Action.CLASS_REOPENED: _("klas geopend"),
        Action.CLASS_ROOM_CHANGED: _("plaatsen van een klas veranderd"),
        Action.LESSON_TIMED: _("les gestart"),
        Action.CLASS_SHARED: _("klas gedeeld met een collega"),
        Action.CLASS_UNSHARED: _("klas niet meer gedeeld"),
        Action.CLASS_HANDED_OVER: _("klas overgedragen"),
        Action.CLASS_DELETED: _("klas gewist"),
        Action.ENTRY_DETACHED: _("leerling uit de klas gehaald"),
        Action.EMPTY_DETACHED: _("lege deelnames uit de klas gehaald"),
        Action.ENTRY_PUT_BACK: _("leerling teruggezet in de klas"),
        Action.PICTURE_MADE: _("klassenbeeld gemaakt"),
        Action.PICTURE_EXPORTED: _("klassenbeeld als bestand gehaald"),
        Action.SCHOOL_FIGURE_MADE: _("cijfers van de school gemaakt"),
        Action.REGION_FIGURES_MADE: _("cijfers van de regio bijgewerkt"),
        Action.SHARE_CLAIMED: _("deelcode ingevuld"),
        Action.SHARE_ENDED: _("gesprek afgesloten"),
        Action.STEP_AGREED: _("stap afgesproken"),
        Action.STEP_DONE: _("stap afgevinkt"),
        Action.STEP_DROPPED: _("stap geschrapt"),
        Action.STEP_PUT_BACK: _("stap teruggezet"),
        Action.PAPER_MADE: _("gesprek op papier gezet"),
        Action.CATALOGUE_CHANGED: _("aanbod van de regio gewijzigd"),
        Action.DEMONSTRATION_RENEWED: _("demonstratie opnieuw begonnen"),
    }
