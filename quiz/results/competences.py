"""The five loopbaancompetenties on paper: what the quiz says of each, and an open question."""

from quiz.domain.bank.paper import Paper
from quiz.results.earned import EarnedWorlds
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import texts


def competences(paper: Paper, earned: EarnedWorlds) -> list[dict[str, str]]:
    """What stands beside each competence; where the answers tell nothing, no world is named."""
    *others, last = [f"“{texts().worlds[world].name}”" for world in earned.front] or [""]
    names = _(" en ").join(filter(None, (", ".join(others), last)))
    nothing = paper.words["competences"]["nothing"]
    return [
        {
            "name": each.name,
            "asks": each.asks,
            "says": nothing if not names and "{" in each.says else _said(each.says, names),
            "question": each.question,
        }
        for each in paper.competences
    ]


def _said(sentence: str, names: str) -> str:
    return sentence.format(worlds=names)
