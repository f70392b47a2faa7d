"""Builds the page about sharing: the code, who asks, who may look, and what was agreed."""

from dataclasses import dataclass

from flask import session

from quiz.domain.codes.share_codes import display_share_code
from quiz.results.agreed import AgreedView, agreed_views
from quiz.results.topics import topic_choices, topic_name
from quiz.usecases.attempts.start import nickname_of, school_type_of
from quiz.usecases.retakes.retakes import attempt_with_result
from quiz.usecases.sharing.share import PupilShare, shares_of_pupil
from quiz.usecases.sharing.share_codes import make_share_code, own_school, share_code_open_until
from quiz.web.access.session_keys import SHARE_CODE
from quiz.web.pages.advisers import Adviser, who_helps
from quiz.web.pages.choices import Choice
from quiz.web.pages.dates import show_day
from quiz.web.runtime import reading, services


@dataclass(frozen=True)
class ShareLine:
    """One school that may look, or that asks to: from when, until when at most, and about what."""

    id: int
    school: str
    since: str
    until: str
    topic: str


@dataclass(frozen=True)
class ShareNow:
    """What can change while the pupil looks: who asks, and the code as long as it is open.

    `shared`: somebody may look already; `adviser`: the words for who that may be.
    """

    questions: tuple[ShareLine, ...]
    code: str
    shared: bool
    adviser: Adviser
    topics: tuple[Choice, ...] = ()

    @property
    def resting(self) -> bool:
        """Nothing will come by itself: no code is open and nobody asks."""
        return not (self.questions or self.code)


@dataclass(frozen=True)
class ShareView:
    """The page about sharing. `school`: of the pupil's class, the only one to share with."""

    nickname: str
    school: str
    now: ShareNow
    shares: tuple[ShareLine, ...]
    agreed: tuple[AgreedView, ...]
    adviser: Adviser
    gone: bool = False


def share_page(attempt_id: int, *, gone: bool = False) -> ShareView:
    """The whole page. Raises NoAttempt or NotFinished.

    `gone`: the pupil said yes to a question that is no longer there.
    """
    attempt_with_result(reading(), attempt_id)
    shares = shares_of_pupil(services(), reading(), attempt_id)
    now = _now(attempt_id, shares)
    return ShareView(
        nickname=nickname_of(reading(), attempt_id),
        school=own_school(reading(), attempt_id) or "",
        now=now,
        shares=tuple(_line(share) for share in shares if share.confirmed),
        agreed=agreed_views(attempt_id),
        adviser=now.adviser,
        gone=gone,
    )


def share_now(attempt_id: int) -> ShareNow:
    """Who asks, and the open code. Raises NoAttempt."""
    return _now(attempt_id, shares_of_pupil(services(), reading(), attempt_id))


def make_code(attempt_id: int) -> None:
    """Make a code and show it in this browser for as long as it works. Raises NotFinished."""
    session[SHARE_CODE] = make_share_code(services(), attempt_id)


def _now(attempt_id: int, shares: list[PupilShare]) -> ShareNow:
    questions = tuple(_line(share) for share in shares if not share.confirmed)
    return ShareNow(
        questions=questions,
        code=_open_code(attempt_id),
        shared=any(share.confirmed for share in shares),
        adviser=who_helps(school_type_of(reading(), attempt_id)),
        topics=topic_choices() if questions else (),
    )


def _open_code(attempt_id: int) -> str:
    """The code that was made in this browser, if it can still be typed.

    Not after it was used, replaced in another browser, or pressed for twice at one instant.
    """
    code = session.get(SHARE_CODE)
    if not isinstance(code, str):
        return ""
    is_open = share_code_open_until(services(), reading(), attempt_id, code) is not None
    return display_share_code(code) if is_open else ""


def _line(share: PupilShare) -> ShareLine:
    topic = topic_name(share.topic) if share.topic else ""
    return ShareLine(share.id, share.school, show_day(share.since), show_day(share.until), topic)
