"""Storage: the tables and the one door to the database."""

from quiz.records.attempt import Answer, Attempt, Result
from quiz.records.base import Record
from quiz.records.database import Database
from quiz.records.identifiers import new_attempt_id
from quiz.records.school import School, SchoolClass

__all__ = [
    "Answer",
    "Attempt",
    "Database",
    "Record",
    "Result",
    "School",
    "SchoolClass",
    "new_attempt_id",
]
