"""A provider of our own on loopback, which does what a test says: right, wrong, or nothing."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "zeven-werelden", "geheim-van-de-tests-4711"
SUBJECT = "7f0c8a52-docent"
# What a provider tells of somebody: none of it may be found anywhere afterwards.
MARKER = "Merkwaardig"
TOLD = {
    "name": f"{MARKER} Naam",
    "given_name": MARKER,
    "email": f"{MARKER.lower()}@school.example",
    "picture": f"https://school.example/{MARKER}.png",
    "groups": [MARKER],
    "roles": ["admin"],
}
Forge = Callable[["Grant", "Provider"], str]
KEY = RSAKey.generate_key(2048, {"kid": "een", "use": "sig", "alg": "RS256"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "twee", "use": "sig", "alg": "RS256"})


@dataclass
class Grant:
    """What was asked for at the start of one sign-on."""

    nonce: str
    challenge: str
    way_back: str
    client_id: str
    used: bool = False


@dataclass
class Provider:
    """Its behaviour, which a test changes; by itself it does everything right."""

    url: str = ""
    subject: str = SUBJECT
    claims: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    userinfo: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    keys: list[RSAKey] = field(default_factory=lambda: [KEY])
    signs_with: RSAKey = field(default_factory=lambda: KEY)
    header: dict[str, Any] = field(default_factory=dict)
    forge: Forge | None = None
    answer: dict[str, str] = field(default_factory=dict)
    token: dict[str, Any] = field(default_factory=dict)
    # path -> what happens there instead: a status, or a function of the handler
    trouble: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    grants: dict[str, Grant] = field(default_factory=dict)

    def discovery(self) -> dict[str, Any]:
        """What it tells about itself."""
        usual = {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
            "authorization_response_iss_parameter_supported": True,
        }
        return {**usual, **self.metadata}

    def claims_for(self, grant: Grant) -> dict[str, Any]:
        """What stands in the identity token."""
        now = int(time.time())
        usual = {
            "iss": self.url,
            "aud": grant.client_id,
            "sub": self.subject,
            "nonce": grant.nonce,
            "iat": now,
            "exp": now + 300,
            **TOLD,
        }
        changed = {**usual, **self.claims}
        return {name: value for name, value in changed.items() if name not in self.without}

    def identity_token(self, grant: Grant) -> str:
        """Signed, or forged as the test says."""
        if self.forge is not None:
            return self.forge(grant, self)
        header = {"alg": "RS256", "kid": self.signs_with.kid, **self.header}
        return jwt.encode(header, self.claims_for(grant), self.signs_with)

    def authorize(self, query: str) -> str:
        """Somebody says yes at once: the address they are sent back to."""
        asked = dict(parse_qsl(query))
        code = base64.urlsafe_b64encode(hashlib.sha256(query.encode()).digest()).decode()
        self.grants[code] = Grant(
            asked["nonce"], asked["code_challenge"], asked["redirect_uri"], asked["client_id"]
        )
        answer = {"code": code, "state": asked["state"], "iss": self.url, **self.answer}
        return asked["redirect_uri"] + "?" + urlencode({k: v for k, v in answer.items() if v})

    def exchange(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """The code for tokens, once, and only with the verifier that belongs to it."""
        grant = self.grants.get(form.get("code", ""))
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if grant is None or grant.used or challenge != grant.challenge:
            return 400, {"error": "invalid_grant", "error_description": MARKER}
        grant.used = True
        usual = {"access_token": f"toegang-{MARKER}", "token_type": "Bearer", "expires_in": 300}
        return 200, {**usual, "id_token": self.identity_token(grant), **self.token}


def said(provider: Provider, path: str, form: Any) -> tuple[int, dict[str, Any]]:
    """What it answers to a well-behaved question."""
    if path == "/.well-known/openid-configuration":
        return 200, provider.discovery()
    if path == "/keys":
        return 200, {"keys": [key.as_dict(private=False) for key in provider.keys]}
    if path == "/token":
        return provider.exchange(form)
    return 200, {"sub": provider.subject, **TOLD, **provider.userinfo}


class Handler(BaseHTTPRequestHandler):
    """What answers its requests."""

    provider: Provider

    def log_message(self, *_said: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """A page, or a set of keys."""
        self._answer({})

    def do_POST(self) -> None:
        """A code for tokens."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self._answer(dict(parse_qsl(body)))

    def _answer(self, form: Any) -> None:
        provider, path = self.provider, urlsplit(self.path).path
        provider.asked.append(path)
        trouble = provider.trouble.get(path)
        if callable(trouble):
            trouble(self)
        elif trouble is not None:
            self.json(trouble, {"error": "server_error", "error_description": MARKER})
        elif path == "/authorize":
            self.lead(provider.authorize(urlsplit(self.path).query))
        else:
            self.json(*said(provider, path, form))

    def lead(self, address: str) -> None:
        """Send the browser elsewhere."""
        self.send_response(302)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def json(self, status: int, value: object) -> None:
        """Answer with a value."""
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def running(provider: Provider | None = None, port: int = 0) -> Iterator[Provider]:
    """A provider that answers until the end of the block."""
    provider = provider or Provider()
    server = ThreadingHTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler)
    server.RequestHandlerClass = type("Own", (Handler,), {"provider": provider})
    server.daemon_threads = True
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
