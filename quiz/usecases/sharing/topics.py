"""What a pupil may say the talk is about: a short list, so that nothing about a pupil is typed."""

from enum import StrEnum


class Topic(StrEnum):
    """A subject that a pupil picks when saying yes, so that the counsellor finds the talk again."""

    RESULT = "result"
    SUBJECTS = "subjects"
    STUDY = "study"
    WORK = "work"
    UNSURE = "unsure"


def topic_of(word: str | None) -> Topic | None:
    """The topic of this word; anything else is none, as saying nothing is."""
    return Topic(word) if word in set(Topic) else None
