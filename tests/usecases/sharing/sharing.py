"""Pupils who share and counsellors who ask, straight through the use cases."""

from dataclasses import replace
from datetime import datetime, timedelta

from quiz.storage.tables.staff import Staff
from quiz.usecases.services import Services
from quiz.usecases.sharing.share import (
    OpenShare,
    PupilShare,
    confirm_share,
    open_share,
    shares_of_pupil,
)
from quiz.usecases.sharing.share_codes import (
    claim_share,
    make_share_code,
    share_code_open_until,
)
from quiz.usecases.sharing.shared_list import SharedResult, shares_for_school
from tests.blueprints.classroom.school import OTHER_SCHOOL, SCHOOL, add_class, add_staff, code_of
from tests.reading import read
from tests.usecases.attempts.pupils import begin, walk

MINUTES_29, MINUTES_30 = timedelta(minutes=29), timedelta(minutes=30)


def counsellor(services: Services, name: str = "decaan", school: str = SCHOOL) -> Staff:
    """A counsellor of this school."""
    return add_staff(services, f"{name}@voorbeeld.nl", "counsellor", school=school)


def stranger(services: Services) -> Staff:
    """A counsellor of another school."""
    return counsellor(services, "ander", OTHER_SCHOOL)


def finished(services: Services, class_id: int | None = None) -> int:
    """A pupil with a result, in this class or in none; the number of the attempt."""
    code = None if class_id is None else code_of(services.database, class_id)
    attempt_id = begin(services, code)
    walk(services, attempt_id)
    return attempt_id


def class_of_school(services: Services, name: str = "2B") -> int:
    """A class of the school of `counsellor`."""
    return add_class(services, add_staff(services, f"docent-{name}@voorbeeld.nl", "teacher"), name)


def ask(services: Services, attempt_id: int, who: Staff) -> int:
    """The pupil makes a code, this counsellor types it; the number of the share."""
    return claim_share(services, make_share_code(services, attempt_id), who.id, who.school_id)


def share(services: Services, attempt_id: int, who: Staff) -> int:
    """The same, and the pupil says yes."""
    share_id = ask(services, attempt_id, who)
    confirm_share(services, attempt_id, share_id)
    return share_id


def shares_of(services: Services, attempt_id: int) -> list[PupilShare]:
    """Who may look and who asks to, as the pupil sees it now."""
    with services.database.reading() as session:
        return shares_of_pupil(services, session, attempt_id)


def code_open_until(services: Services, attempt_id: int, code: str) -> datetime | None:
    """Until when this code can be typed, as it stands now."""
    with services.database.reading() as session:
        return share_code_open_until(services, session, attempt_id, code)


def share_now(services: Services, share_id: int, school_id: int) -> OpenShare:
    """A share as this school may use it now."""
    return read(services, open_share, share_id, school_id, services.clock())


def shared_with(services: Services, school_id: int) -> list[SharedResult]:
    """What this school sees in its list now."""
    return read(services, shares_for_school, school_id, services.clock())


def later(services: Services, after: timedelta) -> Services:
    """The same running parts, so much later."""
    clock = services.clock
    return replace(services, clock=lambda: clock() + after)


def at(services: Services, moment: datetime) -> Services:
    """The same running parts, at this moment."""
    return replace(services, clock=lambda: moment)
