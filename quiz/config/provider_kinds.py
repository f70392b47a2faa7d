"""The kinds of providers: what Microsoft, Google, Entree and SURFconext ask, and whom we let in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}([0-9]{2})?")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_STAFF = ("employee", "staff", "faculty")


class InvalidProviders(ValueError):
    """The file of SSO_FILE is not as it should be."""


@dataclass(frozen=True)
class Rule:
    """One of these claims must hold one of these values; `begins`: or begin with one.

    `about`: "school" or "work", what somebody who is refused hears about.
    """

    about: str
    claims: tuple[str, ...]
    values: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True)
class Kind:
    """What is the same for everybody with this provider."""

    label: str
    scope: str
    prompt: str
    issuer: str = ""
    asks_userinfo: bool = False
    own: tuple[str, ...] = ()  # the settings that only this kind has, all of which it needs


# OpenConext, on which SURFconext runs, knows no "select_account"; "login" asks who sits there now.
KINDS = {
    "entra": Kind("Microsoft", "openid", "select_account", own=("tenant",)),
    "google": Kind(
        "Google", "openid email", "select_account", "https://accounts.google.com", own=("domains",)
    ),
    "entree": Kind(
        "Entree",
        "openid profile",
        "login",
        "https://oidcng.entree.kennisnet.nl",
        asks_userinfo=True,
        own=("schools",),
    ),
    "surfconext": Kind(
        "SURFconext",
        "openid",
        "login",
        "https://connect.surfconext.nl",
        asks_userinfo=True,
        own=("organisations",),
    ),
    "oidc": Kind("", "openid", "login"),
}


def rules_of(part: Mapping[str, Any], name: str) -> tuple[Rule, ...]:
    """Whom we let in, beside that each account is linked by hand."""
    work = Rule("work", ("eduPersonAffiliation", "eduperson_affiliation"), _STAFF)
    match part["kind"]:
        case "google":
            return (Rule("school", ("hd",), _list(part, name, "domains", _DOMAIN)),)
        case "entree":
            brins = _list(part, name, "schools", _BRIN)
            claims = "nlEduPersonHomeOrganizationId", "nledupersonhomeorganizationid"
            return work, Rule("school", claims, brins, begins=True)
        case "surfconext":
            homes = _list(part, name, "organisations", _DOMAIN)
            claims = "schac_home_organization", "schacHomeOrganization"
            return work, Rule("school", claims, homes)
        case _:
            return ()


def _list(part: Mapping[str, Any], name: str, word: str, shape: re.Pattern[str]) -> tuple[str, ...]:
    values: Any = part.get(word)
    usable = isinstance(values, list) and values
    if not usable or not all(isinstance(one, str) and shape.fullmatch(one) for one in values):
        example = {"domains": "school.nl", "schools": "01AB", "organisations": "school.nl"}[word]
        raise InvalidProviders(f'SSO_FILE, {name}: {word} must be a list such as ["{example}"]')
    return tuple(map(str, values))
