"""The hash of a password: Argon2id over an HMAC of it, so that a stolen table alone is no use.

Who has the table and not CODE_KEY cannot even begin to guess.
"""

import hmac
import unicodedata
from base64 import b64encode

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from quiz.domain.codes.digests import derived_key

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 128
# OWASP's setting for Argon2id with 19 MiB, twice: four threads still fit on a small server.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(code_key: bytes, password: str) -> str:
    """What is stored of a password; each time another text."""
    return HASHER.hash(_mixed(code_key, password))


def verify_password(code_key: bytes, password: str, hashed: str) -> bool:
    """Whether this is the password of that hash; what is no hash has none."""
    try:
        return HASHER.verify(hashed, _mixed(code_key, password))
    except (VerifyMismatchError, InvalidHashError):
        return False


def _mixed(code_key: bytes, password: str) -> bytes:
    """The password with our key in it; typed on another keyboard it is the same password."""
    key = derived_key(code_key, "staff passwords").encode()
    normal = unicodedata.normalize("NFKD", password).encode()
    return b64encode(hmac.digest(key, normal, "sha512"))
