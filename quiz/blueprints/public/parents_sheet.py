"""The sheet for parents: one page, the same for everybody, so it is made once in each language."""

from functools import cache

from quiz.domain.bank.paper import ParentSheet
from quiz.domain.bank.schema import WorldText
from quiz.results.paper import Content, paper
from quiz.web.pages.languages import current_language
from quiz.web.responses.typesetting import pdf_bytes
from quiz.web.runtime import services, texts


def parents_pdf() -> bytes:
    """The sheet in the language of this visitor."""
    return _made(current_language())


@cache
def _made(language: str) -> bytes:
    """Bytes that are kept as long as this process runs; asked for in this language only."""
    return pdf_bytes("parents", _content(language, paper().parents))


def _content(language: str, sheet: ParentSheet) -> Content:
    told = texts().worlds
    return {
        "language": language,
        "title": sheet.title,
        "kind": sheet.kind,
        "lead": sheet.lead,
        "worlds_title": sheet.worlds,
        "worlds": [
            {
                "id": world,
                "name": told[world].name,
                "short": told[world].short,
                "jobs": sheet.jobs.format(jobs=_some_jobs(told[world])),
            }
            for world in services().bank.worlds
        ],
        "parts": {
            name: {"title": part.title, "points": part.points} for name, part in sheet.parts.items()
        },
        "privacy": sheet.privacy,
        "foot": sheet.foot,
    }


def _some_jobs(world: WorldText) -> str:
    """The first job of each level: no level stands above another."""
    return ", ".join(_in_a_sentence(jobs[0]) for _level, jobs in world.jobs)


def _in_a_sentence(name: str) -> str:
    """A name without its capital, unless it is an abbreviation such as UX-designer."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
