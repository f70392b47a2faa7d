"""The use cases of an attempt: start, answer, finish, come back, erase."""

from quiz.attempts.answers import Given
from quiz.attempts.classes import (
    JOINING_TIME,
    OpenClass,
    class_code_of,
    close_class,
    delete_class,
    detach_attempt,
    find_open_class,
    reopen_class,
)
from quiz.attempts.erase import erase_attempt, erase_if_empty
from quiz.attempts.errors import (
    AlreadyFinished,
    AttemptError,
    ClassClosed,
    ClassFull,
    InvalidAnswer,
    NoAttempt,
    NoClass,
    NotFinished,
    UnknownCode,
)
from quiz.attempts.favourites import KeptStep, keep_step, kept_steps, let_go_of_step
from quiz.attempts.finish import MINIMUM_ANSWERS, FrozenResult, load_result
from quiz.attempts.looks import root_of
from quiz.attempts.progress import (
    UNKNOWN_WORLD,
    Progress,
    more_questions,
    questions_left,
    save_answers,
    save_own_world,
)
from quiz.attempts.return_codes import find_attempt, replace_code
from quiz.attempts.services import Services
from quiz.attempts.start import NewAttempt, nickname_of, start_attempt
from quiz.attempts.state import AttemptState, load_state
from quiz.attempts.steps import Step, next_step

__all__ = [
    "JOINING_TIME",
    "MINIMUM_ANSWERS",
    "UNKNOWN_WORLD",
    "AlreadyFinished",
    "AttemptError",
    "AttemptState",
    "ClassClosed",
    "ClassFull",
    "FrozenResult",
    "Given",
    "InvalidAnswer",
    "KeptStep",
    "NewAttempt",
    "NoAttempt",
    "NoClass",
    "NotFinished",
    "OpenClass",
    "Progress",
    "Services",
    "Step",
    "UnknownCode",
    "class_code_of",
    "close_class",
    "delete_class",
    "detach_attempt",
    "erase_attempt",
    "erase_if_empty",
    "find_attempt",
    "find_open_class",
    "keep_step",
    "kept_steps",
    "let_go_of_step",
    "load_result",
    "load_state",
    "more_questions",
    "next_step",
    "nickname_of",
    "questions_left",
    "reopen_class",
    "replace_code",
    "root_of",
    "save_answers",
    "save_own_world",
    "start_attempt",
]
