"""Where a link may lead us: to the open internet, and never into the network we stand in."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from quiz.domain.catalogue.upkeep.links import Outcome
from quiz.domain.text.web_addresses import in_ascii

Address = IPv4Address | IPv6Address
MayCall = Callable[[Address, int], bool]
PORTS = {"http": 80, "https": 443}
MOST_ADDRESSES = 3  # of one name, tried one after another
LONGEST = 2_000
# What is said to an address of this network goes to the one that its last 32 bits name.
_TRANSLATED = IPv6Network("64:ff9b::/96")


class Failed(Exception):
    """The link leads nowhere: why."""

    def __init__(self, outcome: Outcome) -> None:
        """Keep the outcome."""
        super().__init__(outcome)
        self.outcome = outcome


class Target(NamedTuple):
    """What is called: how, at which name and port, and what is asked for there."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def named(self) -> str:
        """The name as a site wants to hear it, with its port where that is not the usual one."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"


def target_of(address: str) -> Target:
    """The parts of an address. Raises Failed for what is no address of a page."""
    try:
        parts = urlsplit(address)
        port = PORTS[parts.scheme] if parts.port is None else parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode()
    except (ValueError, KeyError):  # of which UnicodeError is one
        raise Failed(Outcome.NOT_PUBLIC) from None
    if not host or parts.username is not None or len(address) > LONGEST:
        raise Failed(Outcome.NOT_PUBLIC)
    path = parts.path or "/"
    asked = in_ascii(f"{path}?{parts.query}" if parts.query else path)
    return Target(parts.scheme, host, port, asked)


def is_public(address: Address, port: int) -> bool:
    """Whether this is a website on the internet, also where an address stands inside another."""
    inner = _inner(address)
    if inner is not None:
        return is_public(inner, port)
    return port in PORTS.values() and address.is_global and not address.is_multicast


def look_up(target: Target, may_call: MayCall) -> list[Address]:
    """The addresses of a name that may be called; who connects uses these, and asks no more.

    Raises Failed.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except socket.gaierror as problem:
        again = problem.errno == socket.EAI_AGAIN
        raise Failed(Outcome.SILENT if again else Outcome.NO_SITE) from None
    except UnicodeError:
        raise Failed(Outcome.NO_SITE) from None
    every = dict.fromkeys(ip_address(each[4][0]) for each in found)
    allowed = [each for each in every if may_call(each, target.port)]
    if not allowed:
        raise Failed(Outcome.NOT_PUBLIC)
    return allowed[:MOST_ADDRESSES]


def _inner(address: Address) -> Address | None:
    """The address to which another one leads on, if it does."""
    if isinstance(address, IPv4Address):
        return None
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
