"""Tokens that a provider never made, or should not have."""

import base64
import hashlib
import hmac
import json
import warnings
from collections.abc import Callable
from typing import cast

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.sign_on.provider import KEY, Grant, Provider

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    SMALL_KEY = RSAKey.generate_key(1024, {"kid": "een", "use": "sig", "alg": "RS256"})
STRANGER = RSAKey.generate_key(2048, {"kid": "een", "use": "sig", "alg": "RS256"})


def part(value: object) -> str:
    """One part of a token, as JSON in base64url."""
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def unsigned(grant: Grant, provider: Provider) -> str:
    return f"{part({'alg': 'none', 'typ': 'JWT'})}.{part(provider.claims_for(grant))}."


def signature_cut_off(grant: Grant, provider: Provider) -> str:
    return provider_token(grant, provider).rpartition(".")[0] + "."


def provider_token(grant: Grant, provider: Provider) -> str:
    header = {"alg": "RS256", "kid": "een"}
    return jwt.encode(header, provider.claims_for(grant), KEY)


def changed_after(grant: Grant, provider: Provider) -> str:
    header, _claims, signature = provider_token(grant, provider).split(".")
    claims = provider.claims_for(grant) | {"sub": "iemand anders"}
    return f"{header}.{part(claims)}.{signature}"


def with_secret(secret: bytes) -> Callable[[Grant, Provider], str]:
    """Signed with HS256: with our own secret, or with the public key as if it were one."""

    def forge(grant: Grant, provider: Provider) -> str:
        signed = f"{part({'alg': 'HS256', 'kid': 'een'})}.{part(provider.claims_for(grant))}"
        digest = hmac.new(secret, signed.encode(), hashlib.sha256).digest()
        return f"{signed}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"

    return forge


def signed_by(key: RSAKey, **header: object) -> Callable[[Grant, Provider], str]:
    """Signed by this key, with RSA, whatever the header of one's own says."""

    def forge(grant: Grant, provider: Provider) -> str:
        whole = {"alg": "RS256", "kid": "een", **header}
        named = {name: value for name, value in whole.items() if value is not None}
        signed = f"{part(named)}.{part(provider.claims_for(grant))}"
        private = cast("RSAPrivateKey", key.private_key)
        signature = private.sign(signed.encode(), PKCS1v15(), SHA256())
        return f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"

    return forge
