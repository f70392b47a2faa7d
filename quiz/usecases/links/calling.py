"""Asks one page whether it is there: no further than its answer begins, and not for long.

The name is looked up once, what it means is checked, and that address is called: a name that means
something else a moment later changes nothing. Of a page itself nothing is read.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from typing import NamedTuple

from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from quiz.domain.catalogue.upkeep.links import Outcome
from quiz.usecases.hanging import MayHang, TooLate
from quiz.usecases.links.reach import Address, Failed, MayCall, Target, is_public, look_up

MOST_HANGING = 100  # then something is wrong here, and not with the sites
# A site that does not send the whole chain: browsers know the rest, we do not.
_CHAIN_UNKNOWN = frozenset((20, 21))
_calling = MayHang("link", MOST_HANGING)


@dataclass(frozen=True)
class Manner:
    """How sites are called. `may_call`: which address and port; a test lets its own machine in.

    In seconds: `pause` between two questions to one site, `connect`, `piece` (for each that comes
    in) and `whole` (all of one question together). `at_once`: sites that are called at a time.
    """

    name: str
    may_call: MayCall = is_public
    pause: float = 2.0
    connect: float = 8.0
    piece: float = 10.0
    whole: float = 20.0
    at_once: int = 4


class Answer(NamedTuple):
    """How an answer begins: its number, and where it sends us; "" for nowhere."""

    status: int
    location: str


def ask(target: Target, method: str, manner: Manner) -> Answer:
    """Ask one page. Raises Failed."""
    lines: list[HTTPConnection] = []

    def work() -> Answer:
        for address in look_up(target, manner.may_call):
            line = _line(target, address, manner.connect)
            lines.append(line)
            with suppress(HTTPError):  # the next address of this name may answer
                line.connect()
                return _ask_over(line, target, method, manner)
        raise Failed(Outcome.SILENT)

    with _failures():
        try:
            return _calling.within(manner.whole, work, lambda: None)
        except TooLate:
            raise Failed(Outcome.SILENT) from None
        finally:
            for line in lines:
                _hang_up(line)


def _ask_over(line: HTTPConnection, target: Target, method: str, manner: Manner) -> Answer:
    line.sock.settimeout(manner.piece)
    headers = {"Host": target.named, "User-Agent": manner.name, "Accept": "*/*"}
    line.request(method, target.path, headers=headers, preload_content=False)
    answer = line.getresponse()
    return Answer(answer.status, answer.headers.get("Location", ""))


def _line(target: Target, address: Address, connect: float) -> HTTPConnection:
    """A line to this address, which must show the certificate of the name that was asked for."""
    if target.scheme == "http":
        return HTTPConnection(str(address), target.port, timeout=connect)
    return HTTPSConnection(
        str(address),
        target.port,
        timeout=connect,
        cert_reqs="CERT_REQUIRED",
        ca_certs=DEFAULT_CA_BUNDLE_PATH,
        server_hostname=target.host,
        assert_hostname=target.host,
    )


@contextmanager
def _failures() -> Iterator[None]:
    """Whatever else goes wrong on the way, as what it says about the link."""
    try:
        yield
    except ssl.SSLCertVerificationError as problem:
        unsure = problem.verify_code in _CHAIN_UNKNOWN
        raise Failed(Outcome.CLOSED if unsure else Outcome.UNSAFE) from problem
    except ssl.SSLError as problem:
        raise Failed(Outcome.UNSAFE) from problem
    except (HTTPError, HTTPException, OSError, ValueError) as problem:
        raise Failed(Outcome.SILENT) from problem


def _hang_up(line: HTTPConnection) -> None:
    """End a line, also when a thread that was left still listens to it."""
    with suppress(OSError):
        if line.sock is not None:
            line.sock.shutdown(socket.SHUT_RDWR)
    line.close()
