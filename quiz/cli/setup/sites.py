"""The site for the web server, from the files in deploy/ that tests load with both programs."""

from urllib.parse import urlsplit

from quiz.cli.setup.asking import CADDY, INTERNAL, LETSENCRYPT, Answers, has_own_certificate
from quiz.cli.setup.machine import Machine
from quiz.config.paths import DEPLOY

PLACES = {"caddy": "/etc/caddy/Caddyfile", "nginx": "/etc/nginx/conf.d/zeven-werelden.conf"}
_EXAMPLE = "quiz.school.nl"
_LIVE = f"/etc/letsencrypt/live/{_EXAMPLE}"
_SECURE = "\nserver {\n    listen 443"


def site(machine: Machine, answers: Answers) -> str:
    """The text of the site file."""
    host = urlsplit(answers["address"]).hostname or ""
    text = _caddy(answers) if answers["web"] == CADDY else _nginx(machine, answers)
    return text.replace(_EXAMPLE, host)


def waits_for_certificate(machine: Machine, answers: Answers) -> bool:
    """Whether nginx still has to get its certificate, for which it must answer on port 80 first."""
    if answers["web"] == CADDY or answers["certificate"] != LETSENCRYPT:
        return False
    host = urlsplit(answers["address"]).hostname or ""
    return not machine.path(f"{_LIVE.replace(_EXAMPLE, host)}/fullchain.pem").exists()


def _caddy(answers: Answers) -> str:
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    start = f"{_EXAMPLE} {{\n"
    if answers["certificate"] == INTERNAL:
        return text.replace(start, f"{start}\ttls internal\n")
    if has_own_certificate(answers):
        return text.replace(start, f"{start}\ttls {answers['certificate']} {answers['key']}\n")
    return text


def _nginx(machine: Machine, answers: Answers) -> str:
    text = (DEPLOY / "nginx-site.conf").read_text(encoding="utf-8")
    if waits_for_certificate(machine, answers):
        return text.partition(_SECURE)[0]
    if has_own_certificate(answers):
        text = text.replace(f"{_LIVE}/fullchain.pem", answers["certificate"])
        text = text.replace(f"{_LIVE}/privkey.pem", answers["key"])
    return text
