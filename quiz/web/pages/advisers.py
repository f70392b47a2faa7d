"""Who at school helps a pupil to choose, in the word that the own kind of school uses for them.

Primary school has no mentor and no decaan, mbo has a loopbaancoach; whoever does not know the
kind of school reads a word that is true everywhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quiz.web.pages.languages import translate as _

PRIMARY, PRACTICAL, NEWCOMERS, STUDENTS, UNKNOWN = "po", "pro", "isk", "mbo", "onbekend"


@dataclass(frozen=True)
class Adviser:
    """The words for who helps: to ask something, to share a result with, and all of a school.

    `asked` and `shares` follow a verb ("Vraag ..."), `together` begins no sentence either.
    """

    asked: str
    shares: str
    together: str


def who_helps(school_type: str) -> Adviser:
    """The words for a school type; any other than the few with a word of their own is secondary."""
    return _WORDS.get(school_type, _secondary)()


def _secondary() -> Adviser:
    return Adviser(_("je mentor of decaan"), _("je decaan"), _("de decanen"))


def _mentor() -> Adviser:
    return Adviser(_("je mentor"), _("je mentor"), _("de begeleiders"))


def _primary() -> Adviser:
    return Adviser(_("je juf of meester"), _("je juf of meester"), _("de begeleiders"))


def _student() -> Adviser:
    return Adviser(_("je loopbaancoach"), _("je loopbaancoach"), _("de loopbaancoaches"))


def _unknown() -> Adviser:
    return Adviser(_("iemand op school"), _("je begeleider"), _("de begeleiders"))


_WORDS: Mapping[str, Callable[[], Adviser]] = {
    PRIMARY: _primary,
    PRACTICAL: _mentor,
    NEWCOMERS: _mentor,
    STUDENTS: _student,
    UNKNOWN: _unknown,
}
