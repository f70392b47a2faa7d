"""The rounds of doctor, in the order in which an operator would look."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quiz.cli.doctor import clock, disk, files, mail, nights, proxy, stored, versions
from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.config import InvalidSettings, Settings

_ENV = "mend it in the file with the settings; docs/operations.md explains each"


@dataclass(frozen=True)
class Asked:
    """What the operator asked for beyond looking."""

    mail_to: str | None = None
    time_server: str | None = None
    offline: bool = False


def rounds(environment: Mapping[str, str], settings_file: Path, asked: Asked) -> list[Finding]:
    """Everything that was found. What needs settings waits until those are right."""
    found = files.of_settings(settings_file)
    try:
        settings = Settings.from_environment(environment)
    except InvalidSettings as problem:
        return [*found, wrong("settings", str(problem), _ENV), *versions.of_programs()]
    file = files.embedded(settings)
    found += [*_settings(settings), *files.of_database(file)]  # before it is opened
    standing = stored.state(settings, file)
    found += standing.findings
    found += clock.of_machine(settings, standing, None if asked.offline else asked.time_server)
    found += nights.worked_through(settings, standing)
    found += disk.room(settings, file)
    if not asked.offline:
        found += proxy.seen_from_behind(settings)
        found += mail.reachable(settings, asked.mail_to)
    return [*found, *versions.of_programs(standing.server)]


def _settings(settings: Settings) -> list[Finding]:
    if settings.demo:
        return [wrong("settings", "QUIZ_DEMO allows weak secrets", "take QUIZ_DEMO out")]
    if settings.base_url is None:
        return [
            wrong(
                "settings",
                "without BASE_URL any host name is answered, and links lead nowhere",
                "set BASE_URL=https://the name that visitors type",
            )
        ]
    if not settings.secure:
        return [
            note(
                "settings",
                f"{settings.base_url} is not https: passwords and answers can be read on the way",
                "use https:// for real pupils",
            )
        ]
    return [well("settings", f"{settings.base_url}, secrets are strong")]
