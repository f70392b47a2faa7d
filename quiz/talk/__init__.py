"""The talk guide: which questions are worth asking about a profile, and for how long a talk."""

from quiz.talk.check import check_guide
from quiz.talk.choose import talk_questions
from quiz.talk.load import load_guide
from quiz.talk.schema import COMPETENCES, MINUTES, Asked, Guide, Talk, TalkPart
from quiz.talk.signals import Signals, Told, read_signals
from quiz.talk.ties import Place, places
from quiz.talk.words import noticed, quality

__all__ = [
    "COMPETENCES",
    "MINUTES",
    "Asked",
    "Guide",
    "Place",
    "Signals",
    "Talk",
    "TalkPart",
    "Told",
    "check_guide",
    "load_guide",
    "noticed",
    "places",
    "quality",
    "read_signals",
    "talk_questions",
]
