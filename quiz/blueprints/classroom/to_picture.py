"""The way from the progress to the class picture: who would be left out, and what comes after."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for

from quiz.blueprints.classroom.board_view_models import Counts
from quiz.blueprints.classroom.classes import OwnClass
from quiz.blueprints.classroom.deck import GUESS, NEAR, NUMBERS, REVEAL, STEPS, TALK
from quiz.blueprints.classroom.deck_page import step_names
from quiz.usecases.class_pictures.rule import MINIMUM_PUPILS
from quiz.web.pages.languages import translate as _

# From which share of the pupils done the picture is the next thing to do.
MOST = 0.75
AT_ONCE, ASK, LATER, SOON, MADE = "at_once", "ask", "later", "soon", "made"


@dataclass(frozen=True)
class BoardStep:
    """One of the five steps: what to do with it, which only the teacher sees, and its address."""

    name: str
    note: str
    url: str


@dataclass(frozen=True)
class ToPicture:
    """What stands between this class and its picture, in sentences.

    `kind`: "at_once" when all are done, "ask" when most are, "later" when it may be made, "soon"
    before that, "made"; then there are `steps`.
    """

    kind: str
    words: str
    note: str
    steps: tuple[BoardStep, ...] = ()


def to_picture(group: OwnClass, counts: Counts, *, made: bool) -> ToPicture | None:
    """The way to the picture of this class; None before anybody came."""
    if made:
        return ToPicture(MADE, _("Het klassenbeeld is klaar."), "", board_steps(group))
    if not counts.joined:
        return None
    kind = _kind(counts)
    absent = max(0, (group.size or 0) - counts.joined)
    return ToPicture(kind, _who_is_done(counts, absent), _what_it_takes(kind))


def board_steps(group: OwnClass) -> tuple[BoardStep, ...]:
    """The five steps on the board, each with the note that is not on the board."""
    names, notes = step_names(), _notes()
    return tuple(
        BoardStep(
            names[step],
            notes[step],
            url_for("classroom.picture_screen", class_id=group.id, stap=step),
        )
        for step in STEPS
    )


def _kind(counts: Counts) -> str:
    if counts.finished < MINIMUM_PUPILS:
        return SOON
    if counts.finished == counts.joined:
        return AT_ONCE
    return ASK if counts.finished >= MOST * counts.joined else LATER


def _who_is_done(counts: Counts, absent: int) -> str:
    done, of = counts.finished, counts.joined
    if done == of:
        words = [
            _("De enige leerling is klaar.") if of == 1 else _("Alle %(of)s zijn klaar.", of=of)
        ]
    else:
        words = [_("%(done)s van %(of)s klaar.", done=done, of=of)]
    busy = of - done - counts.empty
    if busy:
        words.append(_("Nog %(busy)s bezig.", busy=busy))
    if counts.empty:
        words.append(_("%(empty)s nog leeg.", empty=counts.empty))
    if absent == 1:
        words.append(_("1 van de klas is er nog niet in."))
    elif absent:
        words.append(_("%(absent)s van de klas zijn er nog niet in.", absent=absent))
    return " ".join(words)


def _what_it_takes(kind: str) -> str:
    if kind == SOON:
        return _(
            "Een klassenbeeld kan vanaf %(needed)s leerlingen die klaar zijn.",
            needed=MINIMUM_PUPILS,
        )
    if kind == AT_ONCE:
        return _("De klas gaat dicht, en het beeld komt op het bord.")
    return _("Wie nog niet klaar is, komt niet in het beeld.")


def _notes() -> Mapping[int, str]:
    return {
        GUESS: _(
            "Iedereen steekt de hand op bij één planeet. Vraag bij elke planeet één leerling "
            "waarom. Het bord verklapt nog niets."
        ),
        REVEAL: _(
            "Laat even kijken. Wie had dit verwacht? Wat niet groot is, staat niet op volgorde: "
            "daar zijn de verschillen te klein voor."
        ),
        NUMBERS: _(
            "Staan er getallen? Lees ze voor. Vraag niet wie erbij hoort: dat is van de leerling "
            "zelf."
        ),
        TALK: _("Een vraag per keer. Eerst een minuut in tweetallen, dan samen."),
        NEAR: _("Laat een code scannen. Daarna kiest iedereen een stap, in het eigen resultaat."),
    }
