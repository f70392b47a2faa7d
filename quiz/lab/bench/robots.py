"""Robots that walk the pupil's way over real HTTP. They know HTML forms and nothing of ours."""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode, urlsplit

from quiz.lab.bench.fast_forms import FastForm, main_form

MOST_STEPS = 40
MOST_REDIRECTS = 5
MOST_TRIES = 6000
REDIRECTS = {301, 302, 303, 307, 308}
FORM_TYPE = "application/x-www-form-urlencoded"


class Stuck(AssertionError):
    """The robot met something that a pupil should never meet."""


@dataclass
class Page:
    """What a robot sees."""

    path: str
    body: bytes

    @property
    def form(self) -> FastForm:
        """The main form. Raises Stuck where there is none."""
        form = main_form(self.body.decode())
        if form is None:
            raise Stuck(f"{self.path} has no form")
        return form


@dataclass
class Sent:
    """One form that the server acknowledged: where, what, and the seconds until its answer."""

    path: str
    fields: dict[str, str]
    seconds: float


@dataclass
class Robot:
    """One browser with its own cookies and one connection that stays open.

    `patience` is called when the server does not answer; after it the robot sends the same
    again, as a pupil presses "reload". Without it a lost connection is an error. `fill` says
    what to fill in; without it any valid choice is.
    """

    address: str
    chance: Random
    patience: Callable[[], None] | None = None
    fill: Callable[[FastForm], dict[str, str]] | None = None
    cookies: dict[str, str] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    begun_anew: int = 0

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection(self.address, timeout=60)

    def walk(self, path: str = "/start", until: str = "/resultaat") -> Page:
        """Submit the main form of every page, filled in, until a page is reached.

        Without `until` it ends at the first page that has no form.
        """
        page = self.get(path)
        for _step in range(MOST_STEPS):
            if page.path == until or not (until or main_form(page.body.decode())):
                return page
            page = self.submit(page)
        raise Stuck(f"not at {until} after {MOST_STEPS} pages; now at {page.path}")

    def get(self, path: str) -> Page:
        """Open a page, following redirects. Raises Stuck when it is not a good one."""
        return self._follow(path, *self._ask("GET", path))

    def submit(self, page: Page) -> Page:
        """Fill in the main form, send it, and see what comes next."""
        form = page.form
        fields = self.fill(form) if self.fill else form.random_values(self.chance)
        path = form.action or page.path
        started = time.perf_counter()
        status, location, body = self._ask("POST", path, fields)
        seconds = time.perf_counter() - started
        if status == http.HTTPStatus.CONFLICT and not self.sent:
            self.begun_anew += 1  # the first press arrived and its answer did not: "twee keer"
            return self.get(path)
        if status not in {http.HTTPStatus.OK, *REDIRECTS}:
            raise Stuck(f"POST {path} answers {status}")
        self.sent.append(Sent(path, fields, seconds))
        return self._follow(path, status, location, body)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _follow(self, path: str, status: int, location: str, body: bytes) -> Page:
        for _hop in range(MOST_REDIRECTS):
            if status == http.HTTPStatus.OK:
                return Page(path, body)
            if status not in REDIRECTS:
                raise Stuck(f"{path} answers {status}")
            parts = urlsplit(location)
            path = parts.path
            query = f"?{parts.query}" if parts.query else ""
            status, location, body = self._ask("GET", path + query)
        raise Stuck(f"redirected in circles at {path}")

    def _ask(
        self, method: str, path: str, fields: dict[str, str] | None = None
    ) -> tuple[int, str, bytes]:
        """One request: its status, where it sends us, and its body."""
        body = None if fields is None else urlencode(fields)
        headers = {} if body is None else {"Content-Type": FORM_TYPE}
        if self.cookies:
            pairs = (f"{name}={value}" for name, value in self.cookies.items())
            headers["Cookie"] = "; ".join(pairs)
        for _try in range(MOST_TRIES):
            try:
                self._connection.request(method, path, body, headers)
                answer = self._connection.getresponse()
                content = answer.read()
            except (OSError, http.client.HTTPException):
                self._connection.close()
                if self.patience is None:
                    raise
                self.patience()
                continue
            self._keep_cookies(answer)
            return answer.status, answer.headers.get("Location", ""), content
        raise Stuck(f"{method} {path}: the server never came back")

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = line.partition("=")
            self.cookies[name.strip()] = rest.split(";", 1)[0]
