"""The digest under which a code is stored, so that a stolen table gives away no code."""

import hashlib
import hmac


def code_digest(key: bytes, kind: str, code: str) -> bytes:
    """The HMAC-SHA-256 (32 bytes) of a normal `code`.

    `kind` ("return", "share") keeps the kinds apart: the same text in two kinds has two digests.
    The length of `kind` is part of the message, so that no two pairs can run into one another.

    Raises ValueError: the key is empty.
    """
    if not key:
        raise ValueError("A code digest needs a key; set the key for codes.")
    message = f"{len(kind)}:{kind}:{code}".encode()
    return hmac.new(key, message, hashlib.sha256).digest()


def derived_key(code_key: bytes, purpose: str) -> str:
    """A key of its own for each purpose (64 hex digits); who keeps CODE_KEY keeps them all."""
    return code_digest(code_key, "key", purpose).hex()
