"""The proxy, seen from behind it: what arrives here of a request to our own address."""

import http.client
import json
import socket
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from quiz.cli.doctor.certificate import judged
from quiz.cli.doctor.finding import Finding, note, well, wrong
from quiz.config import Settings
from quiz.config.school_time import now
from quiz.config.trust import usual_trust
from quiz.web.access.arrival import HEADER, sign_of_doctor
from quiz.web.access.proxies import plain_host

INVENTED = "192.0.2.7"  # of nobody (RFC 5737): a visitor who pretends to be somebody else
_WAIT, _LONGEST = 10.0, 100_000
_HEADERS = "make the proxy set X-Forwarded-For and X-Forwarded-Proto: see deploy/"


def seen_from_behind(settings: Settings) -> list[Finding]:
    """Ask our own address how we are, with a sign; then lay what arrived beside the settings."""
    if settings.base_url is None:
        return []
    parts = urlsplit(settings.base_url)
    asking = _connection(parts.scheme, parts.hostname or "", parts.port)
    headers = {
        HEADER: sign_of_doctor(settings.code_key.encode(), now()),
        "X-Forwarded-For": INVENTED,
    }
    try:
        asking.request("GET", "/healthz", headers=headers)
        certificate = _certificate(asking)
        answer = asking.getresponse()
        words = json.loads(answer.read(_LONGEST))
    except ssl.SSLCertVerificationError as problem:
        return [
            wrong("certificate", problem.verify_message, "renew it, or let this machine trust it")
        ]
    except (OSError, http.client.HTTPException, ValueError) as problem:
        return [_unreachable(settings.base_url, problem)]
    finally:
        asking.close()
    if not isinstance(words, dict) or "status" not in words:
        return [
            wrong("proxy", f"something else answers at {settings.base_url}", "look at the proxy")
        ]
    return [*certificate, *_health(words), *_arrived(settings, words)]


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=_WAIT)
    return http.client.HTTPSConnection(host, port, timeout=_WAIT, context=usual_trust())


def _unreachable(address: str, problem: Exception) -> Finding:
    kind = "no such name" if isinstance(problem, socket.gaierror) else type(problem).__name__
    return wrong(
        "proxy",
        f"{address} does not answer as ours does, seen from here ({kind})",
        "systemctl status zeven-werelden and that of the proxy; name server; firewall",
    )


def _certificate(asking: http.client.HTTPConnection) -> list[Finding]:
    if not isinstance(asking.sock, ssl.SSLSocket):
        return []
    return [judged(asking.sock.getpeercert() or {}, now())]


def _health(words: Mapping[str, Any]) -> list[Finding]:
    status = str(words["status"])
    if status == "ok":
        return [well("healthz", "ok")]
    told = ("database", "clock", "model", "disk", "counters", "purge", "backup")
    why = ", ".join(f"{name}: {words[name]}" for name in told if words.get(name, "ok") != "ok")
    return [
        wrong("healthz", f"{status}: {why or words.get('catalogue')}", "docs/operations.md, Health")
    ]


def _arrived(settings: Settings, words: Mapping[str, Any]) -> list[Finding]:
    arrived = words.get("arrived")
    if not isinstance(arrived, dict):
        return [
            note(
                "proxy",
                "the server that answers has another CODE_KEY, clock or version, or the proxy "
                f"drops the header {HEADER}",
                "restart the service after changing settings",
            )
        ]
    return _wrong_host(settings, arrived) + _wrong_protocol(settings, arrived) + _wrong_address(
        settings, arrived
    ) or [well("proxy", f"host, https and address arrive as {settings.base_url} needs them")]


def _wrong_host(settings: Settings, arrived: Mapping[str, str]) -> list[Finding]:
    asked = plain_host(urlsplit(settings.base_url or "").netloc)
    if plain_host(arrived["host"]) == asked:
        return []
    said = f"Host arrives as {arrived['host'][:80]!r}, not as {asked!r}"
    return [wrong("proxy", said, "pass Host on as it was asked (nginx: $http_host)")]


def _wrong_protocol(settings: Settings, arrived: Mapping[str, str]) -> list[Finding]:
    wanted = urlsplit(settings.base_url or "").scheme
    if arrived["protocol"] == wanted:
        return []
    sent = arrived["forwarded_proto"] or "nothing"
    if settings.trusted_proxies == 0:
        advice = "set TRUSTED_PROXIES=1 (the number of proxies between visitors and us)"
    else:
        advice = _HEADERS
    said = f"requests look like {arrived['protocol']}; X-Forwarded-Proto says {sent[:40]}"
    return [wrong("proxy", said, advice)]


def _wrong_address(settings: Settings, arrived: Mapping[str, str]) -> list[Finding]:
    """We wrote one invented address: every other one was written by a proxy on the way."""
    believed = settings.trusted_proxies
    listed = [each.strip() for each in arrived["forwarded_for"].split(",") if each.strip()]
    proxies = len([each for each in listed if each != INVENTED])
    if proxies == believed and arrived["address"] != INVENTED:
        return []
    if proxies == 0 and believed:
        said = "no proxy writes the address of visitors: they can pretend to be anybody"
        return [wrong("proxy", said, _HEADERS)]
    said = (
        f"on the way from this machine {proxies} proxies write an address; {believed} is believed"
    )
    return [
        wrong("proxy", said, f"set TRUSTED_PROXIES={proxies}, then limits hold for each visitor")
    ]
