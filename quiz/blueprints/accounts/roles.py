"""What roles are called, and those to choose from."""

from collections.abc import Iterable

from quiz.blueprints.accounts.forms import OFFERED_ROLES
from quiz.web.pages.choices import Choice
from quiz.web.pages.languages import translate as _


def role_names() -> dict[str, str]:
    """What each role is called."""
    return {
        "teacher": _("docent"),
        "counsellor": _("decaan"),
        "coordinator": _("regiocoördinator"),
        "admin": _("beheerder"),
    }


def role_words(roles: Iterable[str]) -> str:
    """What somebody does here, in words."""
    chosen = set(roles)
    return ", ".join(name for role, name in role_names().items() if role in chosen)


def role_choices(chosen: Iterable[str]) -> tuple[Choice, ...]:
    """The offered roles to tick."""
    ticked = set(chosen)
    names = role_names()
    return tuple(Choice(role, names[role], role in ticked) for role in OFFERED_ROLES)
