"""The sheet for the loopbaandossier: what stands on it, in the language of this visitor.

templates/pdf/result.typ only sets it. The sheet holds no code and no name: we know no name, and
the code stays secret.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from quiz.domain.bank.paper import Paper, load_paper
from quiz.domain.scoring.profile import Profile
from quiz.results.agreed import AgreedView
from quiz.results.competences import competences
from quiz.results.earned import earned_worlds
from quiz.results.groups_on_paper import group_on_paper
from quiz.results.shown import show_result
from quiz.results.view_models import FirstStep, ShownResult, WorldCard, WorldRow
from quiz.usecases.attempts.finish import FrozenResult
from quiz.usecases.attempts.state import AttemptState
from quiz.web.pages.dates import show_day
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _

Content = Mapping[str, object]
MOST_CARDS = 3
MOST_ON_A_RUNG = 2
# So many of each fit on two pages together with room to write; what is left out is counted.
MOST_REASONS = 3
MOST_REASONS_OF_THREE = 2
MOST_KEPT = 4
MOST_AGREED = 3
MOST_CHANGED = 3
# The loopbaandossier begins in secondary school.
WITHOUT_FILE = ("po", "onbekend")


def paper() -> Paper:
    """The words of the sheets in the language of this visitor, read once."""
    return _read(current_language())


def result_paper(
    state: AttemptState, result: FrozenResult, profile: Profile, agreed: Sequence[AgreedView]
) -> Content:
    """Everything on the sheet of one result, with the steps that were agreed on."""
    shown = show_result(state, result, profile)
    words = paper().words
    bank, model = result.made_with
    return {
        "language": current_language(),
        "words": words,
        "kind": words["sheet"]["kind_primary" if state.school_type in WITHOUT_FILE else "kind"],
        "nickname": shown.nickname,
        "made": show_day(result.scored_at),
        "headline": shown.headline,
        "remarks": shown.remarks,
        **worlds_on_paper(shown),
        "own_choice": shown.own_choice,
        "tech_types": shown.tech_types,
        "tech_text": shown.tech_text,
        "competences": competences(paper(), earned_worlds(profile, result)),
        **agreed_on_paper(agreed),
        "change": change_on_paper(shown, MOST_CHANGED),
        "moment": _moment(shown),
        **_kept_on_paper(shown),
        "first": [] if shown.kept else [_first(step) for step in shown.first_steps],
        "notes": shown.notes,
        "versions": words["note"]["versions"].format(bank=bank, model=model),
    }


def worlds_on_paper(shown: ShownResult) -> Content:
    """The sky with its table, and the worlds that earn it with the pupil's own reasons.

    Where the answers tell nothing there is nothing to draw.
    """
    most = MOST_REASONS if len(shown.cards) < MOST_CARDS else MOST_REASONS_OF_THREE
    return {
        "rank": _("Plek"),
        "sky": sky_in_words(shown.rows),
        "rows": [] if shown.flat else [_row(row) for row in shown.rows],
        "cards": [_card(card, most) for card in shown.cards],
    }


def steps_on_paper(shown: ShownResult, most_near: int = MOST_CARDS) -> Content:
    """The ladder and what is near home: the first few of each, with their sources."""
    return {
        **_kept_on_paper(shown),
        "moment": shown.moment,
        "distances": shown.distances,
        "steps_note": shown.steps_note,
        "ladder": [group_on_paper(group, MOST_ON_A_RUNG) for group in shown.steps],
        "near": [group_on_paper(group, most_near) for group in shown.near],
    }


def change_on_paper(shown: ShownResult, most: int | None = None) -> Content | None:
    """The worlds that are perhaps different from the attempt before; None at a first attempt."""
    change = shown.change
    if change is None:
        return None
    return {
        "title": f"{_('Toen en nu')}: {change.then}, {change.now}",
        "told": " ".join(filter(None, (change.summary, change.caution))),
        "rows": [(row.name, row.words) for row in change.rows if row.moved][:most],
    }


def agreed_on_paper(agreed: Sequence[AgreedView]) -> Content:
    """The first agreed steps, and how many more there are; a step that was taken says so."""
    done = paper().words["agreed"]["done"]
    return {
        "agreed": [
            {
                "what": step.what,
                "month": step.month,
                "about": step.about,
                "done": done if step.done else "",
            }
            for step in agreed[:MOST_AGREED]
        ],
        "more_agreed": _left_out(len(agreed) - MOST_AGREED),
    }


def sky_in_words(rows: Sequence[WorldRow]) -> str:
    """What the drawing of the sky shows, in words for those who cannot see it."""
    told = "; ".join(f"{row.rank}. {row.name}, {row.interest}, {row.certainty}" for row in rows)
    return paper().words["sky"]["alt"].format(worlds=told)


def _row(row: WorldRow) -> Content:
    return {
        "id": row.id,
        "name": row.name,
        "rank": row.rank,
        "size": row.size,
        "doubt": row.doubt,
        "interest": row.interest,
        "certainty": row.certainty,
        "on_top": row.on_top,
    }


def _card(card: WorldCard, most: int) -> Content:
    return {
        "id": card.id,
        "name": card.name,
        "rank_text": card.rank_text,
        "reasons": card.reasons[:most],
        "reason_text": card.told or ("" if card.reasons else card.reason_text),
        "jobs": ", ".join(card.jobs),
    }


def _kept_on_paper(shown: ShownResult) -> Content:
    """The first cards that the pupil keeps, and how many more there are."""
    kept = [(kept.name, ", ".join(kept.facts)) for kept in shown.kept]
    return {"kept": kept[:MOST_KEPT], "more_kept": _left_out(len(kept) - MOST_KEPT)}


def _moment(shown: ShownResult) -> str:
    """What there is to choose this year, and why nothing was chosen where answers are all alike."""
    return " ".join(filter(None, (shown.moment, shown.steps_note if shown.flat else "")))


def _first(step: FirstStep) -> tuple[str, str, str]:
    """A first step: what to do, what it is about, and where or how."""
    return step.verb, step.what, ", ".join(step.facts) or step.text


def _left_out(count: int) -> str:
    """How many more there are on the page."""
    return paper().words["sheet"]["more"].format(count=count) if count > 0 else ""


@cache
def _read(language: str) -> Paper:
    return load_paper(language)
