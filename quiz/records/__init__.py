"""Storage: the tables and the one door to the database."""

from quiz.records.attempt import Answer, Attempt, Left, Result
from quiz.records.base import Record
from quiz.records.catalogue import CatalogueRow, CatalogueVersion
from quiz.records.database import Database
from quiz.records.favourite import Favourite
from quiz.records.identifiers import EPOCH, WrongClock, new_attempt_id, new_session_number
from quiz.records.picture import (
    FrozenPicture,
    PicturedAttempt,
    PictureSeries,
    SeriesClass,
)
from quiz.records.school import School, SchoolClass
from quiz.records.share import AgreedStep, Share, ShareCode
from quiz.records.staff import ROLES, Role, Staff, StaffAction, StaffInvitation, staff_role

__all__ = [
    "EPOCH",
    "ROLES",
    "AgreedStep",
    "Answer",
    "Attempt",
    "CatalogueRow",
    "CatalogueVersion",
    "Database",
    "Favourite",
    "FrozenPicture",
    "Left",
    "PictureSeries",
    "PicturedAttempt",
    "Record",
    "Result",
    "Role",
    "School",
    "SchoolClass",
    "SeriesClass",
    "Share",
    "ShareCode",
    "Staff",
    "StaffAction",
    "StaffInvitation",
    "WrongClock",
    "new_attempt_id",
    "new_session_number",
    "staff_role",
]
