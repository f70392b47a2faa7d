"""The world of the access matrix: two schools, two classes, two pupils and all of the staff."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete

from quiz.storage.database import Database
from quiz.storage.identifiers import new_attempt_id
from quiz.storage.tables.base import Record
from quiz.storage.tables.school import ClassColleague, SchoolClass
from quiz.storage.tables.share import Share
from quiz.storage.tables.staff import Staff, StaffInvitation
from quiz.usecases.services import Services
from quiz.usecases.staff.links import invite
from quiz.usecases.staff.people import NewAccount, make_staff, school_named
from tests.blueprints.coordinator.agenda_items import put_item
from tests.house.sent_list import sent_list
from tests.usecases.attempts.pupils import begin, pupil_session

VISITORS = (
    "stranger",
    "pupil",  # of the class with number class_id
    "pupil-2",  # of another class
    "teacher",  # of that class
    "teacher-also",  # with whom that teacher shares it
    "teacher-2",  # of another class of the same school
    "teacher-3",  # of another school
    "counsellor",  # of the school that the pupils share with
    "counsellor-3",  # of another school
    "coordinator",  # of FoodValley
    "coordinator-3",  # of another region
    "admin",  # of the school
    "admin-3",  # of another school
)
SCHOOLS = dict.fromkeys(("teacher-3", "counsellor-3", "coordinator-3", "admin-3"), "School Drie")
REGIONS = {"coordinator": ("foodvalley",), "coordinator-3": ("rivierenland",)}


@dataclass(frozen=True)
class World:
    """Everybody by the session of their browser, and the parts of addresses."""

    sessions: dict[str, dict[str, object]]
    parts: dict[str, str | int]


_NAMES = {"provider": "school", "code": "HJM479"}


def make_world(services: Services) -> World:
    """A fresh world."""
    database, now = services.database, datetime.now(UTC)
    _empty(database)
    staff = {who: _account(services, who) for who in VISITORS if who in _STAFF}
    mine, other = (
        _class(database, staff[who], code, now)
        for who, code in (("teacher", "HJM479"), ("teacher-2", "KPR347"))
    )
    _share_class(database, mine, staff["teacher-also"], now)
    stamp = int(now.timestamp())
    pupils = begin(services, "HJM479"), begin(services, "KPR347")
    sessions: dict[str, dict[str, object]] = {
        "stranger": {},
        "pupil": pupil_session(services, pupils[0]),
        "pupil-2": pupil_session(services, pupils[1]),
    }
    for who, row in staff.items():
        sessions[who] = {
            "staff_account": row.fs_uniquifier,
            "staff_since": stamp,
            "staff_seen": stamp,
        }
    token, number = _invitation(services, staff["admin"].school_id)
    parts: dict[str, str | int] = {
        "class_id": mine,
        "other_id": other,
        "staff_id": staff["teacher"].id,
        "shared_id": staff["teacher-also"].id,
        "colleague_id": staff["teacher-2"].id,
        "invitation_id": number,
        "share_id": _share(services, pupils[0], staff["counsellor"], now),
        "request_id": _share(services, pupils[1], staff["counsellor"], None),
        "token": token,
        "world_id": services.bank.worlds[0],
        **_WORDS,
        **_of_foodvalley(services, staff["coordinator"]),
        **_NAMES,
    }
    return World(sessions, parts)


def _of_foodvalley(services: Services, person: Staff) -> dict[str, str | int]:
    names = {"region_id": "foodvalley", "kind": "bedrijf", "key": "moba"}
    numbers = {"draft_id": sent_list(services, person), "item_id": put_item(services)}
    return {**names, **numbers}


# Parts of addresses that are words and no numbers.
_WORDS = {"provider": "school", "code": "HJM479", "step": "mbo"}
_STAFF = [who for who in VISITORS if who not in ("stranger", "pupil", "pupil-2")]


def _empty(database: Database) -> None:
    with database.writing() as session:
        for table in reversed(Record.metadata.sorted_tables):
            session.execute(delete(table))


def _account(services: Services, who: str) -> Staff:
    with services.database.writing() as session:
        school = school_named(session, SCHOOLS.get(who, "School Een"))
        roles = (who.split("-", maxsplit=1)[0],)
        new = NewAccount(f"{who}@een.example", school.id, roles, REGIONS.get(who, ()))
        return make_staff(session, new, "no password opens this", services.clock())


def _class(database: Database, teacher: Staff, code: str, now: datetime) -> int:
    group = SchoolClass(
        school_id=teacher.school_id,
        teacher_id=teacher.id,
        name=f"Klas {code}",
        code=code,
        school_type="havo",
        created_at=now,
        joining_until=now + timedelta(hours=12),
    )
    with database.writing() as session:
        session.add(group)
        session.flush()
        return group.id


def _share_class(database: Database, class_id: int, person: Staff, now: datetime) -> None:
    with database.writing() as session:
        session.add(ClassColleague(class_id=class_id, staff_id=person.id, added_at=now))


def _invitation(services: Services, school_id: int) -> tuple[str, int]:
    with services.database.writing() as session:
        new = NewAccount("nieuw@een.example", school_id, ("teacher",))
        token = invite(session, services.code_key, new, services.clock())
        return token, session.query(StaffInvitation.id).scalar() or 0


def _share(services: Services, attempt_id: int, person: Staff, said_yes: datetime | None) -> int:
    """A result shared with the school of this counsellor, or a question that waits for a yes."""
    now = datetime.now(UTC)
    share = Share(
        id=new_attempt_id(now),
        attempt_id=attempt_id,
        school_id=person.school_id,
        staff_id=person.id,
        asked_at=now,
        confirmed_at=said_yes,
        until=now + timedelta(minutes=30),
    )
    with services.database.writing() as session:
        session.add(share)
    return share.id
