"""One row for every table, written by the models of today."""

from quiz.storage.database import Database
from quiz.storage.tables.attempt import Answer, Attempt, Result
from quiz.storage.tables.base import Record
from quiz.storage.tables.favourite import Favourite
from quiz.storage.tables.link import TriedLink
from quiz.storage.tables.picture import (
    FrozenPicture,
    PicturedAttempt,
    PictureSeries,
    SchoolFigure,
    SeriesClass,
)
from quiz.storage.tables.school import ClassColleague, School, SchoolClass
from quiz.storage.tables.share import AgreedStep, Share, ShareCode
from quiz.storage.tables.staff import (
    Role,
    Staff,
    StaffAction,
    StaffIdentity,
    StaffInvitation,
    StaffRecoveryCode,
    StaffRegion,
)
from quiz.storage.tables.upkeep import Upkeep
from quiz.storage.tables.wrong_count import WrongCount
from tests.storage.migrations.agenda_row import agenda_item
from tests.storage.migrations.catalogue_rows import NOW, catalogue_rows
from tests.storage.migrations.region_rows import region_rows


def fill_every_table(database: Database) -> None:
    """Write a school with its staff, a class, an attempt, an answer and a result."""
    with database.writing() as session:
        for row in _rows():
            session.add(row)
            session.flush()


def _rows() -> list[Record]:
    return [
        School(id=1, name="Een school", municipality="GM0228"),
        *_staff(),
        _school_class(),
        ClassColleague(class_id=1, staff_id=1, added_at=NOW),
        _attempt(),
        Answer(attempt_id=2**60, question="brace-hand", value=4, sequence=2**53, milliseconds=900),
        Result(
            attempt_id=2**60,
            number=1,
            scored_at=NOW,
            bank_version=1,
            bank_hash="a" * 64,
            model_version="1-abc",
            fallback=False,
            outcome={"answered": 28},
        ),
        *_next_steps(),
        PictureSeries(id=1, histories={"a": 12}),
        SeriesClass(class_id=1, series_id=1),
        FrozenPicture(series_id=1, number=1, made_at=NOW, content={"number": 1}),
        SchoolFigure(
            school_id=1, number=1, year=2026, made_at=NOW, covers={"1": "x"}, content={"classes": 3}
        ),
        *region_rows(NOW),
        PicturedAttempt(attempt_id=2**60, series_id=1, result_number=1, history="a"),
        *_sharing(),
        Upkeep(job="purge", moment=NOW),
        agenda_item(NOW),
        TriedLink(
            address="https://voorbeeld.example/weg",
            outcome="gone",
            status=404,
            tried_at=NOW,
            failed_since=NOW.date(),
            failed_days=1,
        ),
        WrongCount(who=b"\x02" * 32, times=3, until=NOW),
    ]


def _sharing() -> list[Record]:
    return [
        ShareCode(attempt_id=2**60, digest=b"\x01" * 32, expires_at=NOW),
        Share(
            id=2**61,
            attempt_id=2**60,
            school_id=1,
            staff_id=1,
            asked_at=NOW,
            confirmed_at=NOW,
            until=NOW,
        ),
        AgreedStep(
            id=2**61,
            attempt_id=2**60,
            kind="event",
            month="2026-11",
            about="event/dag",
            agreed_at=NOW,
            done_at=NOW,
        ),
    ]


def _next_steps() -> list[Record]:
    return [
        *catalogue_rows(),
        Favourite(attempt_id=2**60, kind="event", row_id="dag", kept_at=NOW),
    ]


def _staff() -> list[Record]:
    person = Staff(
        id=1,
        school_id=1,
        email="docent@school.example",
        password="hash",
        active=True,
        fs_uniquifier="u" * 32,
        tf_totp_secret="secret",
        tf_last_counter=2**40,
        created_at=NOW,
        last_login_at=NOW,
        roles=[Role(id=1, name="teacher")],
    )
    link = StaffInvitation(
        id=1,
        digest=b"\x00" * 32,
        school_id=1,
        staff_id=1,
        email="docent@school.example",
        roles=["teacher"],
        regions=["foodvalley"],
        created_at=NOW,
        expires_at=NOW,
        used_at=NOW,
    )
    action = StaffAction(
        id=1, moment=NOW, staff_id=1, action="signed in", kind="staff", object_id=2**60
    )
    identity = StaffIdentity(
        id=1,
        staff_id=1,
        school_id=1,
        provider="school",
        subject=b"\x01" * 32,
        created_at=NOW,
    )
    paper = StaffRecoveryCode(digest=b"\x0b" * 32, staff_id=1)
    region = StaffRegion(staff_id=1, region_id="foodvalley")
    return [person, region, link, action, identity, paper]


def _school_class() -> SchoolClass:
    return SchoolClass(
        id=1,
        school_id=1,
        teacher_id=1,
        name="2B",
        code="HJM479",
        school_type="havo",
        year=2,
        municipality="GM0228",
        created_at=NOW,
        joining_until=NOW,
        closed_at=NOW,
    )


def _attempt() -> Attempt:
    return Attempt(
        id=2**60,
        class_id=1,
        nickname="Blauwe Otter",
        return_digest=b"\x00" * 32,
        school_type="havo",
        year=2,
        municipality="GM0228",
        language="nl",
        bank_version=1,
        blocks=[["brace-hand"]],
        target_blocks=4,
        own_world="onbekend",
        started_at=NOW,
        last_used_at=NOW,
        finished_at=NOW,
    )
