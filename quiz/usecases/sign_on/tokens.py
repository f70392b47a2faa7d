"""Whether an identity token is the provider's, meant for us, of this sign-on and of this moment.

Authlib's checks, with what they leave open closed: it takes an unsigned token where the provider's
own list names `none`, and one made for somebody else where `azp` is us (1.9.10).
"""

from base64 import urlsafe_b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jws, jwt
from joserfc.errors import ExpiredTokenError, InvalidClaimError, InvalidTokenError, JoseError
from joserfc.jwk import ECKey, RSAKey
from joserfc.jws import JWSRegistry

from quiz.usecases.sign_on.errors import ClockDiffers, Untrusted

# What may sign, and the kind of key for it. No `none`, and nothing that our own secret could sign.
ALGORITHMS = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC"}
CLOCKS_MAY_DIFFER = 90  # seconds
OLDEST = 600  # seconds since it was made
LONGEST_TOKEN, LONGEST_SUBJECT, SMALLEST_RSA = 16 * 1024, 255, 2048
# With these a token would bring its own key, or rules of its own.
_NEVER = frozenset(("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc"))
# An access token (at+jwt) or a word that somebody signed out says what it is: no sign-on.
_PLAIN = frozenset(("jwt", "application/jwt"))
_KINDS: dict[str, Any] = {"RSA": RSAKey, "EC": ECKey}
_MOMENTS = ("exp", "iat", "nbf")


@dataclass(frozen=True)
class Expected:
    """What must stand in the token."""

    issuer: str
    client_id: str
    nonce: str
    access_token: str
    algorithms: frozenset[str]
    now: int


class UnknownKey(Exception):
    """No key of the provider has the name that the token gives: perhaps there are new ones."""


def claims_of(token: str, keys: Sequence[Mapping[str, Any]], expected: Expected) -> dict[str, Any]:
    """What a good token says. Raises Untrusted, ClockDiffers or UnknownKey."""
    header = _header(token)
    algorithm = str(header.get("alg"))
    if algorithm not in ALGORITHMS or algorithm not in expected.algorithms:
        raise Untrusted("algorithm")
    registry = JWSRegistry(algorithms=[algorithm], strict_check_header=False)
    for key in _fitting(keys, header, ALGORITHMS[algorithm]):
        try:
            claims = jwt.decode(token, key, registry=registry).claims
        except (JoseError, ValueError, TypeError, RecursionError):
            continue
        return _checked(claims, header, expected)
    raise Untrusted("signature")


def _header(token: str) -> Mapping[str, Any]:
    if not token.isascii() or len(token) > LONGEST_TOKEN or token.count(".") != 2:
        raise Untrusted("shape")
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError, TypeError, RecursionError) as problem:
        raise Untrusted("shape") from problem
    if _NEVER & set(header) or str(header.get("typ", "jwt")).lower() not in _PLAIN:
        raise Untrusted("header")
    return header


def _fitting(
    keys: Sequence[Mapping[str, Any]], header: Mapping[str, Any], kind: str
) -> list[RSAKey | ECKey]:
    """The provider's keys by the name in the token; without a name only where there is one."""
    name, algorithm = header.get("kid"), header["alg"]
    usable = [key for key in keys if _may_sign(key, kind, algorithm)]
    named = usable if name is None else [key for key in usable if key.get("kid") == name]
    if not named:
        raise UnknownKey
    if name is None and len(named) > 1:
        raise Untrusted("key")
    try:
        if any(kind == "RSA" and _bits(key["n"]) < SMALLEST_RSA for key in named):
            raise Untrusted("key")
        return [_KINDS[kind].import_key(dict(key)) for key in named]
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as problem:
        raise Untrusted("key") from problem


def _bits(modulus: str) -> int:
    """How large a key of RSA is, looked at before the library warns of it."""
    return int.from_bytes(urlsafe_b64decode(modulus + "==")).bit_length()


def _may_sign(key: Mapping[str, Any], kind: str, algorithm: str) -> bool:
    fits = key.get("kty") == kind and key.get("use", "sig") == "sig"
    return fits and key.get("alg", algorithm) == algorithm


def _checked(
    claims: dict[str, Any], header: Mapping[str, Any], expected: Expected
) -> dict[str, Any]:
    _refuse_strange(claims, expected)
    options = {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client_id},
        "nonce": {"essential": True, "value": expected.nonce},
    }
    told = {
        "nonce": expected.nonce,
        "client_id": expected.client_id,
        "access_token": expected.access_token,
    }
    token = CodeIDToken(claims, header, options, told)
    try:
        token.validate(now=expected.now, leeway=CLOCKS_MAY_DIFFER)
    except ExpiredTokenError as problem:
        raise ClockDiffers("expired") from problem
    except (InvalidTokenError, InvalidClaimError) as problem:
        if getattr(problem, "claim", None) in ("iat", "nbf"):
            raise ClockDiffers("early") from problem
        raise Untrusted(_claim(problem)) from problem
    except JoseError as problem:
        raise Untrusted(_claim(problem)) from problem
    if not -CLOCKS_MAY_DIFFER <= expected.now - claims["iat"] <= OLDEST:
        raise ClockDiffers("old")
    return claims


def _refuse_strange(claims: Mapping[str, Any], expected: Expected) -> None:
    """What no library looks at: the kinds of values, and for how many the token is."""
    if claims.get("aud") not in (expected.client_id, [expected.client_id]):
        raise Untrusted("aud")
    if claims.get("iss") != expected.issuer or claims.get("nonce") != expected.nonce:
        raise Untrusted("iss" if claims.get("iss") != expected.issuer else "nonce")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise Untrusted("sub")
    if not subject.isascii() or not subject.isprintable() or subject != subject.strip():
        raise Untrusted("sub")
    for name in _MOMENTS:
        moment = claims.get(name, 0 if name == "nbf" else None)
        if isinstance(moment, bool) or not isinstance(moment, int) or abs(moment) > 1 << 40:
            raise Untrusted(name)


def _claim(problem: Exception) -> str:
    """Which claim it is about: a name out of the standard, never a value."""
    name = getattr(problem, "claim", "")
    return name if name in {"iss", "aud", "nonce", "azp", "at_hash", "sub", "amr"} else "claims"
