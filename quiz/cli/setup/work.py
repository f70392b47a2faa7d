"""Setting up: the user, folders, settings, files and services, each only where it is needed."""

import pwd

import click

from quiz.cli.setup import settings_file
from quiz.cli.setup.asking import CADDY, Answers
from quiz.cli.setup.health import wait_until_well
from quiz.cli.setup.machine import (
    BACKUPS,
    DATA,
    SERVICE,
    SETTINGS,
    TIMERS,
    UNITS,
    USER,
    WRAPPER,
    Machine,
)
from quiz.cli.setup.placing import Record, State, files, put, state_of
from quiz.cli.setup.sites import PLACES, waits_for_certificate

_KEPT = "it was edited by hand, so it stays; move it away and run this again for ours"


def make_settings(machine: Machine, answers: Answers, given: Answers) -> bool:
    """The file with settings; whether it changed."""
    before = machine.read(SETTINGS)
    text = settings_file.written(before, answers, given)
    settings_file.require_good(text)
    state = State.NEW if before is None else State.SAME if text == before else State.RENEWED
    _tell(state, SETTINGS, "0600 root")
    if state is not State.SAME:
        machine.write(SETTINGS, text, 0o600)
    return state is not State.SAME


def make_files(machine: Machine, answers: Answers, record: Record) -> set[str]:
    """All other files; the places of those that changed."""
    changed = set()
    for file in files(machine, answers):
        state = state_of(machine, file, record)
        _tell(state, file.place, _KEPT if state is State.KEPT else f"{file.mode:04o} root")
        if state in (State.NEW, State.RENEWED):
            changed.add(file.place)
        if state is not State.KEPT:
            put(machine, file, record)
    return changed


def make_user(machine: Machine) -> None:
    """The user of the service and the two folders that are its own."""
    if machine.is_real and not _has_user():
        machine.run("useradd", "--system", "--home-dir", DATA, "--shell", "/usr/sbin/nologin", USER)
    for place in (DATA, BACKUPS):
        is_there = machine.path(place).is_dir()
        _tell(State.SAME if is_there else State.NEW, place, f"0700 {USER}")
        if not is_there:
            machine.make_folder(place, USER)


def start(machine: Machine, answers: Answers, changed: set[str], *, first: bool) -> None:
    """Tables, catalogue, services and the web server; what runs well is not disturbed."""
    machine.run("systemctl", "daemon-reload")
    machine.run(str(machine.path(WRAPPER)), "db", "upgrade")
    if first:
        machine.run(str(machine.path(WRAPPER)), "catalogue", "load")
    machine.run("systemctl", "enable", "--now", SERVICE, *TIMERS)
    if not first and {SETTINGS, f"{UNITS}/{SERVICE}"} & changed:
        machine.run("systemctl", "restart", SERVICE)
    machine.run("systemctl", "enable", "--now", answers["web"])
    _reload_site(machine, answers, changed | {PLACES[answers["web"]]} if first else changed)
    if machine.is_real:
        click.echo(f"health    {wait_until_well()}")


def renew(machine: Machine, answers: Answers, changed: set[str]) -> None:
    """Let systemd and the web server know of files that changed, and no more."""
    machine.run("systemctl", "daemon-reload")
    _reload_site(machine, answers, changed)


def _reload_site(machine: Machine, answers: Answers, changed: set[str]) -> None:
    web, place = answers["web"], PLACES[answers["web"]]
    if place not in changed:
        return
    check: tuple[str, ...] = ("nginx", "-t")
    if web == CADDY:
        file = str(machine.path(place))
        check = ("caddy", "validate", "--adapter", "caddyfile", "--config", file)
    machine.run(*check)
    machine.run("systemctl", "reload", web)


def tell_what_is_next(machine: Machine, answers: Answers) -> None:
    """What is left for a person."""
    name = answers["address"].removeprefix("https://").rstrip("/")
    if waits_for_certificate(machine, answers):
        click.echo(
            "\nNext, the certificate, and then this once more:\n"
            f"  apt install certbot && certbot certonly --webroot -w /var/www/html -d {name} "
            '--deploy-hook "systemctl reload nginx"\n  quiz setup'
        )
    click.echo("\nKeep a copy of CODE_KEY, apart from the backups: grep CODE_KEY " + SETTINGS)
    click.echo("Then: quiz doctor")
    click.echo('Invite yourself: quiz user add EMAIL --school "Naam van de school" --role admin')


def _has_user() -> bool:
    try:
        return bool(pwd.getpwnam(USER))
    except KeyError:
        return False


def _tell(state: State, place: str, more: str) -> None:
    click.echo(f"{state:<9} {place} ({more})")
