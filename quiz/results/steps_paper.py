"""The agreed steps on paper, for the pupil's loopbaandossier: all of them, with room for proof."""

from collections.abc import Sequence

from quiz.results.agreed import AgreedView
from quiz.results.paper import Content, paper
from quiz.web.pages.languages import current_language

FILE = "zeven-werelden-stappen.pdf"
TEMPLATE = "steps"


def steps_paper(nickname: str, steps: Sequence[AgreedView]) -> Content:
    """Everything on the sheet, in the language of this visitor; templates/pdf/steps.typ sets it."""
    words = paper().words
    return {
        "language": current_language(),
        "words": words["plan"],
        "name": words["sheet"]["name"],
        "group": words["sheet"]["group"],
        "nickname_word": words["sheet"]["nickname"],
        "nickname": nickname,
        "foot": words["note"]["foot"],
        "steps": [
            {
                "what": step.what,
                "month": step.month,
                "about": step.about,
                "link": step.link,
                "done": words["agreed"]["done"] if step.done else "",
            }
            for step in steps
        ],
    }
