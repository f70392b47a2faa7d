"""Which providers staff may sign in with: the file that SSO_FILE names, in TOML.

Whoever made a mistake in it hears so in one line when the quiz starts; the line never holds a
secret. docs/operations.md tells for each kind what to fill in, and where it is found.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from quiz.config.provider_kinds import KINDS, InvalidProviders, Kind, Rule, rules_of

LOOPBACK = ("127.0.0.1", "localhost", "::1")
MOST_PROVIDERS = 8
LONGEST_LABEL = 40
_ID = re.compile(r"[a-z][a-z0-9-]{0,19}")
_TENANT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WORDS = ("id", "kind", "label", "issuer", "client_id", "client_secret", "client_secret_file")
_MAY = (*_WORDS, "prompt", "has_second_step")


@dataclass(frozen=True)
class Provider:
    """One provider: where it is, who we are there, and whom we let in."""

    id: str
    kind: str
    label: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scope: str
    prompt: str
    asks_userinfo: bool
    rules: tuple[Rule, ...]
    has_second_step: bool


def read_providers(file: str | None) -> tuple[Provider, ...]:
    """The providers of this file, in its order; none without one. Raises InvalidProviders."""
    if not file:
        return ()
    path = Path(file)
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise InvalidProviders(f"SSO_FILE cannot be read: {type(problem).__name__}") from problem
    found = written.get("provider")
    if set(written) != {"provider"} or not isinstance(found, list) or not found:
        raise InvalidProviders("SSO_FILE must hold one or more parts that begin with [[provider]]")
    providers = tuple(_provider(part, path.parent) for part in found)
    if len({one.id for one in providers}) < len(providers) or len(providers) > MOST_PROVIDERS:
        raise InvalidProviders(f"SSO_FILE: every id once, and {MOST_PROVIDERS} providers at most")
    return providers


def is_safe_address(address: object) -> bool:
    """Whether we may call there: over https, or on this machine itself."""
    if not isinstance(address, str) or not address.isascii() or not address.isprintable():
        return False
    try:
        parts = urlsplit(address)
        usable = parts.port != 0 and not parts.username and not parts.fragment
    except ValueError:
        return False
    here = parts.scheme == "http" and parts.hostname in LOOPBACK
    return bool(usable and parts.hostname and (parts.scheme == "https" or here))


def _provider(part: object, folder: Path) -> Provider:
    if not isinstance(part, dict):
        raise InvalidProviders("SSO_FILE: each provider is a part that begins with [[provider]]")
    name, kind = part.get("id"), KINDS.get(str(part.get("kind")))
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise InvalidProviders("SSO_FILE: an id has small letters, digits and hyphens only")
    if kind is None:
        raise InvalidProviders(f"SSO_FILE, {name}: kind must be one of {', '.join(KINDS)}")
    strange = set(part) - set(_MAY) - set(kind.own)
    if strange:
        raise InvalidProviders(f"SSO_FILE, {name}: {min(map(str, strange))} is no setting of it")
    return Provider(
        id=name,
        kind=str(part["kind"]),
        label=_text(part, name, "label", kind.label)[:LONGEST_LABEL],
        issuer=_issuer(part, name, kind),
        client_id=_text(part, name, "client_id"),
        client_secret=_secret(part, name, folder),
        scope=kind.scope,
        prompt=_text(part, name, "prompt", kind.prompt or " ").strip(),
        asks_userinfo=kind.asks_userinfo,
        rules=rules_of(part, name),
        has_second_step=part.get("has_second_step") is True,
    )


def _text(part: Mapping[str, Any], name: str, word: str, default: str = "") -> str:
    value = part.get(word, default)
    if not isinstance(value, str) or not value or not value.isprintable():
        raise InvalidProviders(f"SSO_FILE, {name}: {word} is missing or not a text")
    return value


def _issuer(part: Mapping[str, Any], name: str, kind: Kind) -> str:
    """Exactly what stands in its tokens. Another one than that of its kind is for trying it out."""
    if "tenant" in kind.own:
        tenant = _text(part, name, "tenant").lower()
        if not _TENANT.fullmatch(tenant):
            raise InvalidProviders(
                f"SSO_FILE, {name}: tenant must be the Directory (tenant) ID of the school, "
                "never common or organizations"
            )
        usual = f"https://login.microsoftonline.com/{tenant}/v2.0"
    else:
        usual = kind.issuer
    issuer = _text(part, name, "issuer", usual)
    if not is_safe_address(issuer) or "?" in issuer:
        raise InvalidProviders(f"SSO_FILE, {name}: issuer must be an https:// address")
    return issuer


def _secret(part: Mapping[str, Any], name: str, folder: Path) -> str:
    if "client_secret_file" not in part:
        return _text(part, name, "client_secret")
    file = folder / _text(part, name, "client_secret_file")
    try:
        secret = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as problem:
        raise InvalidProviders(
            f"SSO_FILE, {name}: client_secret_file cannot be read: {type(problem).__name__}"
        ) from problem
    if not secret:
        raise InvalidProviders(f"SSO_FILE, {name}: client_secret_file is empty")
    return secret
