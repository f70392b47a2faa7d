"""Whether a set-up could work here, said before anything is written."""

import click

from quiz.cli.setup.asking import CADDY, INTERNAL, Answers, has_own_certificate
from quiz.cli.setup.machine import CURRENT, Machine
from quiz.cli.setup.placing import Record
from quiz.cli.setup.sites import PLACES


def require_fit(machine: Machine, answers: Answers, record: Record) -> None:
    """Refuse what would only fail half-way. Raises a clear line."""
    _require_address(answers["address"])
    _require_web(machine, answers["web"], record.web.get("web", answers["web"]))
    _require_certificate(machine, answers)
    if machine.is_real and not machine.path(f"{CURRENT}/bin/quiz").exists():
        raise click.ClickException(f"{CURRENT} is not there: run `sh install.sh` of a release")


def _require_address(address: str) -> None:
    name = address.removeprefix("https://").rstrip("/")
    if not address.startswith("https://") or ":" in name or "." not in name:
        raise click.ClickException(
            "--address must be https:// and a full name without a port, such as "
            "https://quiz.school.nl; for another port see docs/operations.md, Behind a proxy"
        )


def _require_web(machine: Machine, web: str, before: str) -> None:
    if web not in PLACES:
        raise click.ClickException(f"--web must be caddy or nginx, not {web}")
    if before != web:
        raise click.ClickException(f"this was set up for {before}: first `quiz setup --undo`")
    if not machine.has(web):
        raise click.ClickException(f"{web} is not installed: `apt install {web}` first")


def _require_certificate(machine: Machine, answers: Answers) -> None:
    if answers["web"] != CADDY and answers["certificate"] == INTERNAL:
        raise click.ClickException("--certificate internal is for caddy; give nginx a file")
    if not has_own_certificate(answers):
        return
    for name in ("certificate", "key"):
        place = answers[name]
        if not place.startswith("/") or (machine.is_real and not machine.path(place).is_file()):
            raise click.ClickException(f"--{name}: {place} is no file (give its whole path)")
