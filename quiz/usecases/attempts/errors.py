"""What can stand in a pupil's way; web/responses/errors.py makes each a page with one next step."""


class AttemptError(Exception):
    """The base of everything that can go wrong with an attempt."""


class NoAttempt(AttemptError):
    """The browser has no attempt, or the attempt was erased."""


class SentTwice(AttemptError):
    """A start page came once more, from a browser that is not in: it starts nothing again."""


class UnknownCode(AttemptError):
    """No class or attempt has this code."""


class NoClass(AttemptError):
    """The class does not exist, or was deleted."""


class ClassClosed(AttemptError):
    """The class no longer lets pupils in."""


class ClassFull(AttemptError):
    """The class has as many pupils as it may have."""


class ClassPictured(AttemptError):
    """The picture of the class is made: no answers from elsewhere come into it any more."""


class MustStay(AttemptError):
    """The answers cannot move to a class: they are in a picture, or a teacher's trial."""


class AlreadyFinished(AttemptError):
    """The result is made: answers no longer change it."""


class NotFinished(AttemptError):
    """There is no result yet."""


class NoMoreRetakes(AttemptError):
    """A pupil did the quiz as often as is kept; the attempts so far stay."""


class NoShare(AttemptError):
    """A school may not (or no longer) see a result, or nobody asks for it (any more)."""


class InvalidStep(AttemptError):
    """A step to agree on that is not on the list, or without a month."""


class InvalidAnswer(AttemptError):
    """An answer to a question that was never asked, or with a value that does not exist."""
