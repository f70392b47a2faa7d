"""Help at the end of a page of staff: what people ask there, from questions/help."""

from functools import cache

from flask import Flask, request

from quiz.domain.bank.help import Help, load_help
from quiz.web.pages.languages import current_language
from quiz.web.pages.menu import staff_rooms

_CLASSROOM = ("classes", "new", "show", "progress", "picture", "plan", "with_whom", "compare")
_PAGES = {
    **{f"classroom.{page}": page for page in _CLASSROOM},
    **{f"counsellor.{page}": page for page in ("conversations", "talk")},
    **{f"coordinator.{page}": "region" for page in ("home", "rows", "history")},
    "coordinator.check_list": "check",
    **{
        f"coordinator.{page}": "import"
        for page in ("ask_for_file", "send_file", "draft", "use_draft")
    },
    **{f"coordinator.{page}": "gaps" for page in ("gaps", "gap")},
    "coordinator.agenda": "agenda",
    "coordinator.monitor": "monitor",
    **{f"coordinator.{page}": "region_row" for page in ("row", "ask_to_add", "add", "change")},
    **{f"accounts.{page}": page for page in ("colleagues", "account")},
    # Forms that come back.
    "classroom.make": "new",
    "classroom.make_the_picture": "picture",
    "accounts.invite": "colleagues",
}


def install(app: Flask) -> None:
    """Offer the help to templates."""
    app.add_template_global(page_help)


def page_help() -> tuple[Help, ...]:
    """The questions and answers of this page; none where nobody is signed in."""
    found = _read(current_language()).get(_PAGES.get(request.endpoint or "", ""), ())
    return found if found and staff_rooms() else ()


@cache
def _read(language: str) -> dict[str, tuple[Help, ...]]:
    return dict(load_help(language))
