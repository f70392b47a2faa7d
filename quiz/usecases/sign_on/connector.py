"""One sign-on with one provider: where to send somebody, and who it is when they come back.

All that comes out is a text under which the provider knows this person, and only of whom we let
in. Names, addresses and tokens stay in here and are forgotten with the request.
"""

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from quiz.config.sign_on import Provider
from quiz.usecases.sign_on.discovery import Directory, Metadata
from quiz.usecases.sign_on.errors import (
    KeyRefused,
    ProviderAway,
    StartOver,
    Untrusted,
)
from quiz.usecases.sign_on.outsiders import refuse_answer, refuse_outsider
from quiz.usecases.sign_on.patience import Patience
from quiz.usecases.sign_on.tokens import Expected, UnknownKey, claims_of
from quiz.usecases.sign_on.wire import json_of, line_to


@dataclass(frozen=True)
class Secrets:
    """What one sign-on is known by, and what nobody else can know."""

    state: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)

    @classmethod
    def new(cls) -> "Secrets":
        """Three that nobody had before."""
        return cls(*(secrets.token_urlsafe(32) for _each in range(3)))


class Connector:
    """The way to one provider and back. `way_back`: the address that is registered there."""

    def __init__(
        self,
        provider: Provider,
        way_back: str,
        patience: Patience,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.provider = provider
        self.way_back = way_back
        self.directory = Directory(provider)
        self._patience = patience
        self._clock = clock

    def address_for(self, own: Secrets, language: str) -> str:
        """Where to send somebody who signs in. Raises ProviderAway, ProviderBusy or Untrusted."""
        metadata = self._metadata()
        more = {"prompt": self.provider.prompt} if self.provider.prompt else {}
        with line_to(self._client()) as session:
            address, _state = session.create_authorization_url(
                metadata.authorization,
                state=own.state,
                code_verifier=own.verifier,
                nonce=own.nonce,
                ui_locales=language,
                **more,
            )
        return str(address)

    def subject_of(self, answer: Mapping[str, str], own: Secrets) -> str:
        """Who came back, as the provider knows them; `answer` is what stood in the address.

        Raises a SignOnProblem.
        """
        with self._patience.calling(self.provider.id):
            metadata = self.directory.metadata()
            self._refuse_mix_up(answer, metadata)
            refuse_answer(answer)
            with line_to(self._client(metadata.method)) as session:
                token = self._exchange(session, metadata, answer["code"], own)
                claims = self._claims(token, metadata, own)
                told = self._told(session, metadata, claims)
        for rule in self.provider.rules:
            refuse_outsider(rule, told)
        return str(claims["sub"])

    def try_code(self, code: str, own: Secrets) -> None:
        """Bring a code that nobody was given. Raises what the provider says to that."""
        metadata = self.directory.metadata()
        with line_to(self._client(metadata.method)) as session:
            self._exchange(session, metadata, code, own)

    def _metadata(self) -> Metadata:
        if self.directory.is_fresh:
            return self.directory.metadata()
        with self._patience.calling(self.provider.id):
            return self.directory.metadata()

    def _client(self, method: str | None = None) -> dict[str, Any]:
        return {
            "client_id": self.provider.client_id,
            "client_secret": self.provider.client_secret,
            "token_endpoint_auth_method": method,
            "scope": self.provider.scope,
            "redirect_uri": self.way_back,
            "code_challenge_method": "S256",
        }

    def _refuse_mix_up(self, answer: Mapping[str, str], metadata: Metadata) -> None:
        """The answer is of this provider, where providers say so (RFC 9207)."""
        named = answer.get("iss")
        if named is None and metadata.names_itself:
            raise Untrusted("answer without iss")
        if named is not None and named != self.provider.issuer:
            raise Untrusted("answer of another")

    def _exchange(
        self, session: OAuth2Session, metadata: Metadata, code: str, own: Secrets
    ) -> Mapping[str, Any]:
        """The code for tokens. It works once, and only with what this browser began with."""
        try:
            token = session.fetch_token(
                metadata.token,
                grant_type="authorization_code",
                code=code,
                code_verifier=own.verifier,
                redirect_uri=self.way_back,
                allow_redirects=False,
            )
        except OAuthError as problem:
            if problem.error in ("invalid_client", "unauthorized_client"):
                raise KeyRefused(str(problem.error)) from None
            if problem.error == "invalid_grant":
                raise StartOver("code") from None
            raise ProviderAway("token error") from None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise ProviderAway("token answer") from None
        if not isinstance(token, dict) or not all(
            isinstance(token.get(name), str) for name in ("id_token", "access_token")
        ):
            raise Untrusted("no token")
        if str(token.get("token_type")).lower() != "bearer":
            raise Untrusted("token type")
        return token

    def _claims(
        self, token: Mapping[str, Any], metadata: Metadata, own: Secrets
    ) -> Mapping[str, Any]:
        """What the identity token says; a key that we do not know may be a new one."""
        expected = Expected(
            issuer=self.provider.issuer,
            client_id=self.provider.client_id,
            nonce=own.nonce,
            access_token=token["access_token"],
            algorithms=metadata.algorithms,
            now=int(self._clock()),
        )
        try:
            return claims_of(token["id_token"], self.directory.keys(), expected)
        except UnknownKey:
            try:
                return claims_of(token["id_token"], self.directory.keys(anew=True), expected)
            except UnknownKey:
                raise Untrusted("key") from None

    def _told(
        self, session: OAuth2Session, metadata: Metadata, claims: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """What the rules look at: with some providers it stands at another address only."""
        if not self.provider.asks_userinfo:
            return claims
        told = json_of(session.get(metadata.userinfo, allow_redirects=False))
        if told.get("sub") != claims["sub"]:
            raise Untrusted("userinfo of another")
        return told
