"""What a counsellor does here: asking for a result, ending it, and the lines in the trail."""

from flask import session

from quiz.usecases.attempts.errors import UnknownCode
from quiz.usecases.sharing.share import OpenShare, end_share, open_share
from quiz.usecases.sharing.share_codes import claim_share
from quiz.usecases.staff.audit import Action, record_action
from quiz.web.access.audiences import require_staff
from quiz.web.access.limits import count_guess_by, refuse_guessing_by
from quiz.web.access.session_keys import ASKED
from quiz.web.logs import log
from quiz.web.runtime import reading, services

KIND = "share"


def require_share(share_id: int) -> OpenShare:
    """The share with this number, if the school of the counsellor in this browser has it.

    It may still wait for the pupil's yes. Raises NotSignedIn, NotAllowed or NoShare.
    """
    return open_share(reading(), share_id, require_staff().school_id, services().clock())


def ask(typed: str) -> int:
    """Ask the pupil of a typed code for access; the number of the share.

    Raises UnknownCode, which counts, or TooManyGuesses.
    """
    counsellor = require_staff()
    refuse_guessing_by(counsellor.id)
    try:
        share_id = claim_share(services(), typed, counsellor.id, counsellor.school_id)
    except UnknownCode:
        count_guess_by(counsellor.id)
        log.info("share code refused")
        raise
    session[ASKED] = share_id
    note(Action.SHARE_CLAIMED, share_id)
    return share_id


def asked_here(share_id: int) -> bool:
    """Whether this browser asked for this share last."""
    return bool(session.get(ASKED) == share_id)


def end(share: OpenShare) -> None:
    """Nobody of the school sees this result any more. Raises NoShare."""
    end_share(services(), share.id, require_staff().school_id)
    note(Action.SHARE_ENDED, share.id)


def note(action: Action, share_id: int) -> None:
    """One line in the trail: the number of the share, nothing of the pupil."""
    counsellor = require_staff()
    with services().database.writing() as database:
        record_action(database, counsellor, action, KIND, share_id)
