"""Then and now in words and as a picture: at most "perhaps", until real retest figures exist."""

from quiz.domain.scoring.certainty import pull_of
from quiz.domain.scoring.change import Direction, WorldChange
from quiz.results.view_models import ChangeRow, ChangeView
from quiz.usecases.retakes.comparing import (
    FEW,
    FLAT,
    OTHER_VERSIONS,
    OTHER_WORLDS,
    PLAIN_SUM,
    Change,
    change_since,
)
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import reading, texts

# A difference this large (in standard deviations of interest) lies at the edge of the picture.
SPAN = 2.5


def change_view(attempt_id: int) -> ChangeView | None:
    """How an attempt differs from the one before it; None at a first attempt. Raises NoAttempt."""
    change = change_since(reading(), attempt_id)
    if change is None:
        return None
    return ChangeView(
        then=show_day(change.then),
        now=show_day(change.now),
        summary=_summary(change),
        caution=_caution(change),
        rows=tuple(_row(world, one) for world, one in change.worlds.items()),
    )


def _summary(change: Change) -> str:
    if change.perhaps is None:
        return ""
    if change.perhaps:
        return _("Misschien is er iets veranderd sinds toen.")
    return _("Je antwoorden wijzen ongeveer dezelfde kant op als toen.")


def _caution(change: Change) -> str:
    cautions = {
        FEW: _(
            "Bij een van de twee keren waren er te weinig antwoorden. "
            "Daarom kunnen we toen en nu niet vergelijken."
        ),
        FLAT: _(
            "Bij een van de twee keren gaf je overal bijna hetzelfde antwoord. "
            "Daarom kunnen we toen en nu niet vergelijken."
        ),
        PLAIN_SUM: _(
            "Een van de twee keren is op een grovere manier uitgerekend. "
            "Daarom kunnen we toen en nu niet vergelijken."
        ),
        OTHER_WORLDS: _(
            "De werelden zijn sinds toen veranderd. Daarom kunnen we toen en nu niet vergelijken."
        ),
        OTHER_VERSIONS: _(
            "De vragen of de manier van uitrekenen zijn sinds toen veranderd. "
            "Een verschil kan ook daardoor komen. Lees dit dus voorzichtig."
        ),
    }
    return cautions.get(change.caution, "")


def _row(world: str, change: WorldChange) -> ChangeRow:
    return ChangeRow(
        id=world,
        name=texts().worlds[world].name,
        before=_standing(change.shown_before),
        after=_standing(change.shown_after),
        words=_words(change.direction),
        dot=_place(change.difference),
        low=_place(-change.chance),
        high=_place(change.chance),
        moved=change.direction != "same",
    )


def _standing(interest: float) -> str:
    """Words for one of the two attempts; those of the result say "now"."""
    return {
        "high": _("meer dan de rest"),
        "middle": _("ongeveer als de rest"),
        "low": _("minder dan de rest"),
    }[pull_of(interest)]


def _words(direction: Direction) -> str:
    return {
        "more": _("misschien meer dan toen"),
        "less": _("misschien minder dan toen"),
        "same": _("ongeveer gelijk"),
    }[direction]


def _place(difference: float) -> float:
    """Where a difference lies between the left (0) and the right (1) of the picture."""
    return min(1.0, max(0.0, 0.5 + difference / (2 * SPAN)))
