"""The sheet for a talk: what the page of a shared result says, in the order of a talk."""

from collections.abc import Sequence

from quiz.blueprints.counsellor.view_models import ChartRow, HeadView, TalkView
from quiz.domain.talk.schema import Asked, Talk
from quiz.results.agreed import AgreedView
from quiz.results.paper import (
    Content,
    agreed_on_paper,
    change_on_paper,
    paper,
    steps_on_paper,
    worlds_on_paper,
)
from quiz.web.pages.languages import current_language
from quiz.web.pages.languages import translate as _

MOST_NEAR = 2


def talk_paper(head: HeadView, view: TalkView, agreed: Sequence[AgreedView]) -> Content:
    """Everything on the sheet, in the language of this visitor; the template only sets it."""
    shown = view.shown
    return {
        "language": current_language(),
        "words": paper().talk,
        "own": paper().words["steps"],
        "nickname": head.nickname,
        "who": head.who,
        "made": head.made,
        "until": head.until,
        "headline": shown.headline,
        "own_choice": shown.own_choice,
        "tech_types": shown.tech_types,
        "tech_text": shown.tech_text,
        "remarks": view.remarks,
        "noticed": view.noticed,
        **_chart(view.chart),
        **_questions(view.talk),
        **agreed_on_paper(agreed),
        "cards": worlds_on_paper(shown)["cards"],
        "change": change_on_paper(shown),
        **steps_on_paper(shown, MOST_NEAR),
        "kept_title": _("Bewaard door de leerling"),
        "notes": shown.notes,
    }


def _chart(rows: Sequence[ChartRow]) -> Content:
    """The sober chart as a table: the drawing repeats what the words beside it say."""
    words = paper().words["column"]
    return {
        "columns": [
            _("Plek"),
            words["world"],
            _("Minder of meer"),
            words["interest"],
            _("Gemiddelde"),
        ],
        "chart": [
            {
                "place": row.place,
                "name": row.name,
                "reach": [row.low, row.middle, row.high],
                "interest": row.interest,
                "certainty": row.certainty,
                "figure": row.figure,
            }
            for row in rows
        ],
    }


def _questions(talk: Talk) -> Content:
    return {
        "minutes": talk.minutes,
        "talk_title": paper().talk["talk"].format(minutes=talk.minutes),
        "how": talk.how,
        "opening": _asked(talk.opening),
        "closing": _asked(talk.closing),
        "parts": [
            {
                "name": part.name,
                "text": part.text,
                "questions": [_asked(each) for each in part.questions],
            }
            for part in talk.parts
            if part.questions
        ],
    }


def _asked(question: Asked) -> tuple[str, str]:
    return question.ask, question.why
