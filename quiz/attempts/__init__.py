"""The use cases of an attempt: start, answer, finish, come back, share, erase."""

from quiz.attempts.again import MOST_LOOKS, begin_second_look, stop_look
from quiz.attempts.agreed_steps import (
    STEP_KINDS,
    AgreedStepDraft,
    KeptAgreement,
    agree_step,
    agreed_steps,
    drop_step,
    mark_step_done,
)
from quiz.attempts.answers import Given
from quiz.attempts.classes import (
    JOINING_TIME,
    class_code_of,
    close_class,
    delete_class,
    reopen_class,
    set_room,
)
from quiz.attempts.comparing import Change, change_since
from quiz.attempts.correcting import correct_schooling
from quiz.attempts.doors import Doors, doors_of
from quiz.attempts.erase import erase_attempt, erase_if_empty
from quiz.attempts.errors import (
    AlreadyFinished,
    AttemptError,
    ClassClosed,
    ClassFull,
    ClassPictured,
    InvalidAnswer,
    InvalidStep,
    MustStay,
    NoAttempt,
    NoClass,
    NoMoreLooks,
    NoShare,
    NotFinished,
    SentTwice,
    UnknownCode,
)
from quiz.attempts.favourites import KeptStep, keep_step, kept_steps, let_go_of_step
from quiz.attempts.finish import MINIMUM_ANSWERS, FrozenResult, load_result
from quiz.attempts.joining import OpenClass, find_open_class
from quiz.attempts.leaving import (
    TakenOut,
    detach_attempt,
    put_back,
    take_out_empty,
    taken_out,
)
from quiz.attempts.looks import Look, look_with_result, looks_of, newest_look, root_of
from quiz.attempts.moving import (
    Whereabouts,
    is_pictured,
    move_to_class,
    schooling_in,
    schools_left_behind,
    whereabouts_of,
)
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
from quiz.attempts.sessions import end_sessions_of, session_number_of
from quiz.attempts.share import (
    OpenShare,
    SharedWith,
    confirm_share,
    end_share,
    open_share,
    refuse_share,
    shares_of,
    withdraw_share,
)
from quiz.attempts.share_codes import (
    claim_share,
    make_share_code,
    own_school,
    share_code_open_until,
)
from quiz.attempts.shared_list import SharedResult, shared_with
from quiz.attempts.start import NewAttempt, nickname_of, school_type_of, start_attempt
from quiz.attempts.state import AttemptState, load_state, state_over
from quiz.attempts.steps import Step, next_step

__all__ = [
    "JOINING_TIME",
    "MINIMUM_ANSWERS",
    "MOST_LOOKS",
    "STEP_KINDS",
    "UNKNOWN_WORLD",
    "AgreedStepDraft",
    "AlreadyFinished",
    "AttemptError",
    "AttemptState",
    "Change",
    "ClassClosed",
    "ClassFull",
    "ClassPictured",
    "Doors",
    "FrozenResult",
    "Given",
    "InvalidAnswer",
    "InvalidStep",
    "KeptAgreement",
    "KeptStep",
    "Look",
    "MustStay",
    "NewAttempt",
    "NoAttempt",
    "NoClass",
    "NoMoreLooks",
    "NoShare",
    "NotFinished",
    "OpenClass",
    "OpenShare",
    "Progress",
    "SentTwice",
    "Services",
    "SharedResult",
    "SharedWith",
    "Step",
    "TakenOut",
    "UnknownCode",
    "Whereabouts",
    "agree_step",
    "agreed_steps",
    "begin_second_look",
    "change_since",
    "claim_share",
    "class_code_of",
    "close_class",
    "confirm_share",
    "correct_schooling",
    "delete_class",
    "detach_attempt",
    "doors_of",
    "drop_step",
    "end_sessions_of",
    "end_share",
    "erase_attempt",
    "erase_if_empty",
    "find_attempt",
    "find_open_class",
    "is_pictured",
    "keep_step",
    "kept_steps",
    "let_go_of_step",
    "load_result",
    "load_state",
    "look_with_result",
    "looks_of",
    "make_share_code",
    "mark_step_done",
    "more_questions",
    "move_to_class",
    "newest_look",
    "next_step",
    "nickname_of",
    "open_share",
    "own_school",
    "put_back",
    "questions_left",
    "refuse_share",
    "reopen_class",
    "replace_code",
    "root_of",
    "save_answers",
    "save_own_world",
    "school_type_of",
    "schooling_in",
    "schools_left_behind",
    "session_number_of",
    "set_room",
    "share_code_open_until",
    "shared_with",
    "shares_of",
    "start_attempt",
    "state_over",
    "stop_look",
    "take_out_empty",
    "taken_out",
    "whereabouts_of",
    "withdraw_share",
]
