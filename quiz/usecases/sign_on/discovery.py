"""Where the addresses and keys of a provider are, as it tells itself; kept for an hour."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.config.sign_on import Provider, is_safe_address
from quiz.usecases.sign_on.errors import ProviderAway, Untrusted
from quiz.usecases.sign_on.tokens import ALGORITHMS
from quiz.usecases.sign_on.wire import json_of, line_to

KEPT = 60 * 60.0  # seconds
NOT_AGAIN_WITHIN = 60.0  # seconds: a token with a key that nobody knows fetches none each time
USABLE_WITHOUT_NEWS = 24 * KEPT  # while the provider's own page is away
MOST_KEYS = 50
PATH = "/.well-known/openid-configuration"
_USUAL_METHOD = "client_secret_basic"  # OpenID Connect Discovery 1.0, where nothing is said


@dataclass(frozen=True)
class Metadata:
    """What we use of what a provider tells about itself."""

    authorization: str
    token: str
    keys: str
    userinfo: str
    algorithms: frozenset[str]
    method: str
    names_itself: bool  # in the answer, as RFC 9207 says


class Directory:
    """The addresses and keys of one provider."""

    def __init__(self, provider: Provider, clock: Callable[[], float] = time.monotonic) -> None:
        self._provider = provider
        self._clock = clock
        self._metadata: tuple[float, Metadata] | None = None
        self._keys: tuple[float, tuple[Mapping[str, Any], ...]] | None = None

    @property
    def is_fresh(self) -> bool:
        """Whether the addresses are known, so that nobody needs to be asked."""
        return self._metadata is not None and self._clock() - self._metadata[0] < KEPT

    def metadata(self) -> Metadata:
        """The addresses. Raises ProviderAway or Untrusted."""
        if self._metadata is not None and self.is_fresh:
            return self._metadata[1]
        try:
            found = metadata_of(
                self._fetch(self._provider.issuer.rstrip("/") + PATH), self._provider
            )
        except ProviderAway:
            if self._metadata and self._clock() - self._metadata[0] < USABLE_WITHOUT_NEWS:
                return self._metadata[1]
            raise
        self._metadata = self._clock(), found
        return found

    def keys(self, *, anew: bool = False) -> Sequence[Mapping[str, Any]]:
        """Its keys; `anew` after a token that names another one, but not each time."""
        age = self._clock() - self._keys[0] if self._keys else KEPT
        if self._keys is None or age >= (NOT_AGAIN_WITHIN if anew else KEPT):
            written = self._fetch(self.metadata().keys).get("keys")
            if not isinstance(written, list) or len(written) > MOST_KEYS:
                raise Untrusted("keys")
            self._keys = self._clock(), tuple(key for key in written if isinstance(key, dict))
        return self._keys[1]

    def _fetch(self, address: str) -> dict[str, Any]:
        with line_to({"client_id": self._provider.client_id}) as line:
            return json_of(line.get(address, withhold_token=True, allow_redirects=False))


def metadata_of(written: Mapping[str, Any], provider: Provider) -> Metadata:
    """What stands there, if it is of this provider and safe to use. Raises Untrusted."""
    if written.get("issuer") != provider.issuer:
        raise Untrusted("issuer")
    names = ["authorization_endpoint", "token_endpoint", "jwks_uri"]
    if provider.asks_userinfo:
        names.append("userinfo_endpoint")
    if not all(is_safe_address(written.get(name)) for name in names):
        raise Untrusted("addresses")
    algorithms = _texts(written, "id_token_signing_alg_values_supported") & set(ALGORITHMS)
    if not algorithms:
        raise Untrusted("algorithms")
    methods = _texts(written, "token_endpoint_auth_methods_supported") or {_USUAL_METHOD}
    return Metadata(
        authorization=written["authorization_endpoint"],
        token=written["token_endpoint"],
        keys=written["jwks_uri"],
        userinfo=str(written.get("userinfo_endpoint", "")),
        algorithms=frozenset(algorithms),
        method=_USUAL_METHOD if _USUAL_METHOD in methods else "client_secret_post",
        names_itself=written.get("authorization_response_iss_parameter_supported") is True,
    )


def _texts(written: Mapping[str, Any], name: str) -> set[str]:
    values = written.get(name)
    return {one for one in values if isinstance(one, str)} if isinstance(values, list) else set()
