"""Every file of a set-up: what it is, whether it may be written, and what we wrote before."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from quiz.cli.setup.asking import CADDY, Answers
from quiz.cli.setup.machine import RECORD, UNITS, WRAPPER, Machine
from quiz.cli.setup.sites import PLACES, site
from quiz.config.paths import DEPLOY

ASIDE = ".before-zeven-werelden"
_OF_WEB = ("web", "certificate", "key")


class State(StrEnum):
    """What becomes of a file."""

    NEW = "new"
    SAME = "same"
    RENEWED = "renewed"
    KEPT = "kept"


@dataclass(frozen=True)
class File:
    """A file of ours, owned by root."""

    place: str
    text: str
    mode: int = 0o644


@dataclass
class Record:
    """What we wrote and what was answered about the web server, kept to be undone."""

    web: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    is_done: bool = False

    @classmethod
    def read(cls, machine: Machine) -> "Record":
        """The record of the set-up before; an empty one where there was none."""
        text = machine.read(RECORD)
        return cls(**json.loads(text)) if text else cls()

    def write(self, machine: Machine) -> None:
        """Keep it."""
        machine.write(RECORD, json.dumps(vars(self), indent=1) + "\n", 0o644)

    def remember(self, answers: Answers) -> None:
        """Keep what no file of settings holds."""
        self.web = {name: answers[name] for name in _OF_WEB if name in answers}


def files(machine: Machine, answers: Answers) -> Iterator[File]:
    """All of them but the settings."""
    yield File(WRAPPER, _text("quiz"), 0o755)
    for path in sorted((*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer"))):
        yield File(f"{UNITS}/{path.name}", path.read_text(encoding="utf-8"))
    yield File(PLACES[answers["web"]], site(machine, answers))


def state_of(machine: Machine, file: File, record: Record) -> State:
    """New, as it should be, ours of before, or of somebody else, who keeps it."""
    now = machine.read(file.place)
    if now is None:
        return State.NEW
    if now == file.text:
        return State.SAME
    if digest(now) == record.files.get(file.place) or _is_example(machine, file.place, now):
        return State.RENEWED
    return State.KEPT


def put(machine: Machine, file: File, record: Record) -> None:
    """Write a file and note that it is ours; an example of the web server goes aside."""
    now = machine.read(file.place)
    if now is not None and file.place not in record.files and now != file.text:
        machine.move(file.place, file.place + ASIDE)
    machine.write(file.place, file.text, file.mode)
    record.files[file.place] = digest(file.text)


def digest(text: str) -> str:
    """By which we know our own files again."""
    return hashlib.sha256(text.encode()).hexdigest()


def _text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def _is_example(machine: Machine, place: str, text: str) -> bool:
    """Whether it is the Caddyfile as Debian's package brings it, which nobody edited."""
    status = machine.read("/var/lib/dpkg/status") if place == PLACES[CADDY] else None
    print_ = hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
    return status is not None and f"\n {place} {print_}" in status
