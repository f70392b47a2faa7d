"""The settings, read once from the environment and refused when they are not safe."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from quiz.config.base_url import InvalidBaseUrl, base_url_of
from quiz.config.database_url import InvalidDatabaseUrl, database_url_of
from quiz.config.mail import InvalidMailServer, MailServer
from quiz.config.provider_kinds import InvalidProviders
from quiz.config.school_time import ZONE, UnknownZone, zone_named
from quiz.config.sign_on import LOOPBACK, Provider, read_providers
from quiz.config.whole_numbers import whole_number

MINIMUM_SECRET_LENGTH = 32
MINIMUM_DIFFERENT_CHARACTERS = 12
LONGEST_COUNT = 2
FEWEST_PLACES, PLACES, MOST_PLACES = 5, 40, 60
FEWEST_HOURS, HOURS, MOST_HOURS = 1, 12, 72
DEFAULT_DATA_FOLDER = Path("instance")
ELSEWHERE = "elsewhere"
Read = TypeVar("Read")


class InvalidSettings(ValueError):
    """The environment asks for something that is missing, unknown or unsafe."""


@dataclass(frozen=True)
class Settings:
    """Everything an installation decides. Every field stands in docs/operations.md."""

    database_url: str
    secret_key: str
    code_key: str
    redis_url: str | None = None
    base_url: str | None = None
    trusted_proxies: int = 0
    demo: bool = False
    mail: MailServer | None = None
    class_places: int = PLACES
    class_hours: int = HOURS
    time_zone: ZoneInfo = ZONE
    backup_place: str = ""
    providers: tuple[Provider, ...] = ()

    @property
    def backup_elsewhere(self) -> bool:
        """Whether others than `quiz backup` look after copies, so that none of ours can be late."""
        return self.backup_place == ELSEWHERE

    @property
    def secure(self) -> bool:
        """Whether visitors reach us over https, so that cookies may insist on it."""
        return (self.base_url or "").startswith("https://")

    @property
    def hosts(self) -> list[str] | None:
        """The host names we answer to; None (any) only without a BASE_URL."""
        host = urlsplit(self.base_url or "").hostname
        return [host, "localhost", "127.0.0.1"] if host else None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read and check the settings; raises InvalidSettings with one clear line."""
        demo = environment.get("QUIZ_DEMO") == "1"
        data = Path(environment.get("DATA_DIR") or DEFAULT_DATA_FOLDER)
        settings = cls(
            database_url=_checked(lambda: database_url_of(environment.get("DATABASE_URL"), data)),
            secret_key=environment.get("SECRET_KEY", ""),
            code_key=environment.get("CODE_KEY", ""),
            redis_url=_redis_url(environment.get("REDIS_URL")),
            base_url=_checked(lambda: base_url_of(environment.get("BASE_URL"))),
            trusted_proxies=_count("TRUSTED_PROXIES", environment.get("TRUSTED_PROXIES")),
            demo=demo,
            mail=_checked(lambda: MailServer.from_environment(environment)),
            class_places=_between(environment, "CLASS_PLACES", PLACES, FEWEST_PLACES, MOST_PLACES),
            class_hours=_between(environment, "CLASS_HOURS", HOURS, FEWEST_HOURS, MOST_HOURS),
            time_zone=_time_zone(environment.get("TIME_ZONE")),
            backup_place=environment.get("BACKUP_DIR", ""),
            providers=_checked(lambda: read_providers(environment.get("SSO_FILE"))),
        )
        settings._refuse_weak_secrets()
        settings._refuse_unreachable()
        return settings

    def _refuse_unreachable(self) -> None:
        """What others hand on must lead to us: a mailed link, and the way back from a provider."""
        if self.mail and not self.base_url:
            raise InvalidSettings("MAIL_SERVER needs BASE_URL: a mailed link must lead to us")
        here = urlsplit(self.base_url or "").hostname in LOOPBACK
        if self.providers and not (self.secure or here):
            raise InvalidSettings("SSO_FILE needs a BASE_URL with https: providers lead back there")

    def _refuse_weak_secrets(self) -> None:
        for name, secret in (("SECRET_KEY", self.secret_key), ("CODE_KEY", self.code_key)):
            if not is_strong(secret) and not (self.demo and secret):
                raise InvalidSettings(
                    f"{name} is missing or weak: set at least {MINIMUM_SECRET_LENGTH} random "
                    'characters, for example from python3 -c "import secrets; '
                    'print(secrets.token_urlsafe(48))"'
                )
        if self.secret_key == self.code_key:
            raise InvalidSettings("SECRET_KEY and CODE_KEY are the same: give each its own value")


def is_strong(secret: str) -> bool:
    """Whether a secret is long and varied enough not to be guessed."""
    return len(secret) >= MINIMUM_SECRET_LENGTH and len(set(secret)) >= MINIMUM_DIFFERENT_CHARACTERS


def _checked(read: Callable[[], Read]) -> Read:
    """What a part of the settings reads, with its complaint as one of ours."""
    try:
        return read()
    except (InvalidBaseUrl, InvalidDatabaseUrl, InvalidMailServer, InvalidProviders) as problem:
        raise InvalidSettings(str(problem)) from problem


def _redis_url(text: str | None) -> str | None:
    if not text:
        return None
    if not text.startswith(("redis://", "rediss://")):
        raise InvalidSettings("REDIS_URL must start with redis:// or rediss://")
    return text


def _time_zone(text: str | None) -> ZoneInfo:
    try:
        return zone_named(text) if text else ZONE
    except UnknownZone as problem:
        raise InvalidSettings(
            "TIME_ZONE must be the name of a time zone such as Europe/Amsterdam"
        ) from problem


def _count(name: str, text: str | None) -> int:
    if not text:
        return 0
    count = whole_number(text, LONGEST_COUNT)
    if count is None:
        raise InvalidSettings(f"{name} must be a small whole number")
    return count


def _between(environment: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    """A whole number within its bounds, or what it is when nothing is set."""
    if not environment.get(name):
        return default
    try:
        number = _count(name, environment.get(name))
    except InvalidSettings:
        number = -1
    if not least <= number <= most:
        raise InvalidSettings(f"{name} must be a whole number from {least} to {most}")
    return number
