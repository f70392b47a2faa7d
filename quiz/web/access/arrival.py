"""How a request of `quiz doctor` came in, told to nobody but who has the key.

What a proxy does to headers can only be seen from behind it. So doctor asks /healthz with a sign
that follows from CODE_KEY and lasts a few minutes, and hears what this process made of it.
"""

import hmac
from collections.abc import Mapping
from datetime import datetime

from flask import Request

from quiz.config.whole_numbers import whole_number
from quiz.domain.codes.digests import code_digest
from quiz.web.access.proxies import ASKED_HOST

HEADER = "X-Quiz-Doctor"
LASTS = 300  # seconds: clocks of nodes may differ a little
_DIGITS = 12


def sign_of_doctor(code_key: bytes, now: datetime) -> str:
    """What doctor sends along."""
    seconds = str(int(now.timestamp()))
    return f"{seconds}.{code_digest(code_key, 'doctor', seconds).hex()}"


def is_doctor(code_key: bytes, sign: str, now: datetime) -> bool:
    """Whether somebody with our key made this sign, and just now."""
    seconds, _, digest = sign.partition(".")
    made = whole_number(seconds, _DIGITS)
    if made is None or abs(made - now.timestamp()) > LASTS:
        return False
    expected = code_digest(code_key, "doctor", seconds).hex()
    return hmac.compare_digest(digest.encode(), expected.encode())


def arrival_of(request: Request) -> Mapping[str, str]:
    """Host, protocol and address as we read them, and the headers that they were read from."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    return {
        "host": request.environ.get(ASKED_HOST, ""),
        "protocol": request.scheme,
        "address": request.remote_addr or "",
        "forwarded_for": forwarded,
        "forwarded_proto": request.headers.get("X-Forwarded-Proto", ""),
    }
