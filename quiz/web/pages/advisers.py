"""Who at school helps a pupil to choose, in the word that the own kind of school uses for them.

Primary school has no mentor and no decaan, mbo has a loopbaancoach; whoever does not know the
kind of school reads a word that is true everywhere.
"""

from collections.abc import Mapping
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
    return _own_words().get(school_type) or Adviser(
        asked=_("je mentor of decaan"),
        shares=_("je decaan"),
        together=_("de decanen"),
    )


def _own_words() -> Mapping[str, Adviser]:
    mentor = Adviser(_("je mentor"), _("je mentor"), _("de begeleiders"))
    return {
        PRIMARY: Adviser(_("je juf of meester"), _("je juf of meester"), _("de begeleiders")),
        PRACTICAL: mentor,
        NEWCOMERS: mentor,
        STUDENTS: Adviser(_("je loopbaancoach"), _("je loopbaancoach"), _("de loopbaancoaches")),
        UNKNOWN: Adviser(_("iemand op school"), _("je begeleider"), _("de begeleiders")),
    }
