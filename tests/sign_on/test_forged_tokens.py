"""Every token that is not the provider's, not for us, not of this sign-on or not of now: refused.

Authlib by itself takes an unsigned token where the provider lists `none`, and one made for somebody
else where `azp` is us; both are among these.
"""

import time
from collections.abc import Callable

import pytest

from tests.sign_on.forging import (
    STRANGER,
    changed_after,
    part,
    provider_token,
    signature_cut_off,
    signed_by,
    unsigned,
    with_secret,
)
from tests.sign_on.provider import CLIENT, KEY, SECRET, Grant, Provider
from tests.sign_on.somebody import Somebody

FORGED: dict[str, Callable[[Grant, Provider], str]] = {
    "unsigned": unsigned,
    "its signature cut off": signature_cut_off,
    "changed after it was signed": changed_after,
    "signed with our secret": with_secret(SECRET.encode()),
    "signed with the public key as a secret": with_secret(KEY.as_pem(private=False)),
    "signed with the key's modulus as a secret": with_secret(
        str(KEY.as_dict(private=False)["n"]).encode()
    ),
    "signed by a stranger under a known name": signed_by(STRANGER),
    "signed by a stranger under no name": signed_by(STRANGER, kid=None),
    "signed by a key with a path for a name": signed_by(STRANGER, kid="../../../../dev/null"),
    "signed by a key with SQL for a name": signed_by(STRANGER, kid="een' OR '1'='1"),
    "bringing its own key": signed_by(STRANGER, jwk=STRANGER.as_dict(private=False)),
    "naming its own key set": signed_by(STRANGER, jku="http://127.0.0.1:9/keys"),
    "bringing its own certificate": signed_by(STRANGER, x5c=["MIIB"]),
    "with rules that we do not know": signed_by(KEY, crit=["b64"], b64=False),
    "good, but bringing a key as well": signed_by(KEY, jwk=KEY.as_dict(private=False)),
    "good, but an access token": signed_by(KEY, typ="at+jwt"),
    "good, but a word about signing out": signed_by(KEY, typ="logout+jwt"),
    "of another kind of key": signed_by(KEY, alg="ES256"),
    "in another spelling of none": signed_by(KEY, alg="nOnE"),
    "two parts": lambda _grant, _provider: "e30.e30",
    "five parts": lambda _grant, _provider: "e30.e30.e30.e30.e30",
    "no token": lambda _grant, _provider: "geen token",
    "too long": lambda grant, provider: provider_token(grant, provider) + "A" * 20_000,
    "deep": lambda _grant, _provider: f"{part({'alg': 'RS256'})}.{'W' * 9000}.x",
}


@pytest.mark.parametrize("lists_everything", [False, True])
@pytest.mark.parametrize("forged", list(FORGED))
def test_a_forged_token_is_refused(
    linked: Somebody, provider: Provider, forged: str, lists_everything: bool
) -> None:
    if lists_everything:
        provider.metadata["id_token_signing_alg_values_supported"] = [
            *("none", "HS256", "RS256", "ES256", "PS256", "HS512", "RS384", "nOnE")
        ]
    provider.forge = FORGED[forged]
    page = linked.sign_in()
    assert page.status == 502, page.text
    assert "klopt niet" in page.text
    assert not linked.is_in()


NOW = int(time.time())
WRONG_CLAIMS: dict[str, dict[str, object]] = {
    "another issuer": {"iss": "https://accounts.example"},
    "the issuer with a slash": {"iss": "http://127.0.0.1/"},
    "the issuer in a list": {"iss": ["http://127.0.0.1"]},
    "for somebody else": {"aud": "iemand-anders"},
    "for somebody else, azp is us": {"aud": "iemand-anders", "azp": CLIENT},
    "for somebody else in a list, azp is us": {"aud": ["iemand-anders"], "azp": CLIENT},
    "for us and somebody else": {"aud": [CLIENT, "iemand-anders"], "azp": CLIENT},
    "for us, azp is somebody else": {"azp": "iemand-anders"},
    "for nobody": {"aud": []},
    "for us as an object": {"aud": {CLIENT: True}},
    "another nonce": {"nonce": "van een ander"},
    "an empty nonce": {"nonce": ""},
    "a nonce in a list": {"nonce": ["x"]},
    "an empty subject": {"sub": ""},
    "a number as subject": {"sub": 4711},
    "a list as subject": {"sub": ["7f0c8a52-docent"]},
    "a subject with a space behind": {"sub": "7f0c8a52-docent "},
    "a subject with a zero byte": {"sub": "7f0c8a52-docent\0"},
    "a subject in other letters": {"sub": "７f0c8a52-docent"},
    "a subject of 300 letters": {"sub": "a" * 300},
    "an end as text": {"exp": str(NOW + 300)},
    "an end that never comes": {"exp": 1e400},
    "an end that is true": {"exp": True},
    "a begin as text": {"iat": "nu"},
    "another access token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
}
MISSING = ("iss", "aud", "sub", "nonce", "exp", "iat")


@pytest.mark.parametrize("wrong", list(WRONG_CLAIMS))
def test_a_signed_token_with_a_wrong_claim_is_refused(
    linked: Somebody, provider: Provider, wrong: str
) -> None:
    provider.claims = WRONG_CLAIMS[wrong]
    assert linked.sign_in().status == 502
    assert not linked.is_in()


@pytest.mark.parametrize("name", MISSING)
def test_a_signed_token_without_a_claim_is_refused(
    linked: Somebody, provider: Provider, name: str
) -> None:
    provider.without = (name,)
    assert linked.sign_in().status == 502
    assert not linked.is_in()


@pytest.mark.parametrize(
    "moments",
    [
        {"exp": NOW - 120, "iat": NOW - 420},
        {"iat": NOW + 3600, "exp": NOW + 7200},
        {"nbf": NOW + 3600},
        {"iat": NOW - 3600},
        {"iat": 1, "exp": NOW + 300},
    ],
)
def test_a_token_of_another_moment_says_that_the_clocks_differ(
    linked: Somebody, provider: Provider, moments: dict[str, object]
) -> None:
    provider.claims = moments
    page = linked.sign_in()
    assert page.status == 503
    assert "klokken lopen niet gelijk" in page.text
    assert not linked.is_in()
