"""Whom we do not let in, by what the provider answers and tells."""

from collections.abc import Mapping

from quiz.config.provider_kinds import Rule
from quiz.usecases.sign_on.errors import (
    KeyRefused,
    NotOfStaff,
    OtherSchool,
    ProviderAway,
    SaidNo,
    StartOver,
)

LONGEST_CODE = 4096
_SAID_NO = {"access_denied", "login_required", "consent_required", "interaction_required"}
_TROUBLE = {"server_error", "temporarily_unavailable"}


def refuse_outsider(rule: Rule, told: Mapping[str, object]) -> None:
    """Raise NotOfStaff or OtherSchool when no claim has one of these values, as text or list."""
    wanted = tuple(value.casefold() for value in rule.values)
    for value in (one for name in rule.claims for one in _values(told.get(name))):
        if value in wanted or (rule.begins and value.startswith(wanted)):
            return
    raise NotOfStaff if rule.about == "work" else OtherSchool


def _values(claim: object) -> list[str]:
    several = claim if isinstance(claim, list) else [claim]
    return [one.strip().casefold() for one in several if isinstance(one, str)]


def refuse_answer(answer: Mapping[str, str]) -> None:
    """Raise what the provider says went wrong; or StartOver without a code."""
    error, code = answer.get("error"), answer.get("code", "")
    if error in _SAID_NO:
        raise SaidNo(str(error))
    if error in _TROUBLE:
        raise ProviderAway(str(error))
    if error is not None:
        raise KeyRefused("error")
    if not 0 < len(code) <= LONGEST_CODE or not code.isprintable():
        raise StartOver("no code")
