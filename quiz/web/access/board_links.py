"""The link in the QR code on the board: a class code with a proof that nobody typed or guessed it.

Typed codes are counted, and refused from an address with too many wrong ones (access/limits.py).
One mischievous pupil could so keep the whole school out for an hour. Who scans the board brings
12 hexadecimal digits along that only we can make: that is no guess, so it is always let through.
"""

import hmac

from flask import request

from quiz.domain.codes.digests import code_digest
from quiz.web.runtime import services

PARAMETER = "bord"
LENGTH = 12


def proof_of(code: str) -> str:
    """The proof that goes with a class code in its normal form."""
    return code_digest(services().code_key, "board link", code).hex()[:LENGTH]


def came_from_board(code: str) -> bool:
    """Whether the address of this request holds the proof of this class code."""
    given = request.args.get(PARAMETER, "")
    return hmac.compare_digest(given.encode(), proof_of(code).encode())
