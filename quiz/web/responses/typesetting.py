"""The one way to paper: what a sheet says goes in, an accessible PDF comes out.

Typst is loaded on first use: a page of a pupil never pays for it.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from quiz.config.paths import CONTENT, TEMPLATES
from quiz.domain.text.fonts import font_folder
from quiz.domain.text.printable import printable
from quiz.web.pages.languages import translate as _
from quiz.web.runtime import end_reading

if TYPE_CHECKING:
    from typst import Fonts

PICTURE_PPI = 144.0  # a page of 960 by 540 points is a picture of 1920 by 1080
_PANIC = "PanicException"  # of Rust: no Exception, so it would pass everything that catches one


class PaperNotMade(Exception):
    """A sheet could not be set: our mistake, and no reason to lose the rest of a page."""


def pdf_bytes(template: str, content: Mapping[str, object]) -> bytes:
    """A page set by templates/pdf, tagged as PDF/UA-1. Raises PaperNotMade."""
    return _set(template, content, pdf_standards=["ua-1"])


def picture_bytes(template: str, content: Mapping[str, object], kind: str) -> bytes:
    """One page set by templates/pdf as a picture, "png" or "svg". Raises PaperNotMade."""
    return _set(template, content, format=kind, ppi=PICTURE_PPI)


def _set(template: str, content: Mapping[str, object], **options: Any) -> bytes:
    """The content travels as JSON: nothing in it is read as markup."""
    import typst  # noqa: PLC0415

    end_reading()
    try:
        made = typst.compile(
            str(TEMPLATES / "pdf" / f"{template}.typ"),
            root=str(CONTENT),  # the planets are the same files as on the pages
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"content": json.dumps(_on_paper(content)), "faces": _faces()},
            **options,
        )
    except BaseException as problem:
        if isinstance(problem, Exception) or type(problem).__name__ == _PANIC:
            raise PaperNotMade(template) from problem
        raise
    if not isinstance(made, bytes):
        raise PaperNotMade(template)
    return made


def name_on_paper(name: str) -> str:
    """A name inside a sentence of ours; one that cannot be printed at all says so."""
    return printable(name).strip() or _("(naam niet af te drukken)")


def _on_paper(content: object) -> object:
    """The content with every text as our fonts can set it, whatever it came from."""
    if isinstance(content, str):
        return printable(content) or (_("(niet af te drukken)") if content else "")
    if isinstance(content, Mapping):
        return {name: _on_paper(part) for name, part in content.items()}
    if isinstance(content, Sequence):
        return [_on_paper(part) for part in content]
    return content


@cache
def _fonts() -> "Fonts":
    """The fonts inside Typst and those of the package, looked up once in each process."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, font_paths=[str(font_folder())])


@cache
def _faces() -> str:
    """The families of the package, to take a sign from that the face of a sheet lacks."""
    folder = str(font_folder())
    return json.dumps(
        sorted({font.family for font in _fonts().fonts() if (font.path or "").startswith(folder)})
    )
