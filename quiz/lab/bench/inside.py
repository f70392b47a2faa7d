"""Pupils inside this process: requests as the gateway hands them to the app, without a network."""

import io
import sys
from http import HTTPStatus
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from quiz.lab.bench.fast_forms import main_form
from quiz.lab.bench.robots import Stuck
from quiz.server.wsgi import Answer, answer_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

GOOD = {HTTPStatus.OK, HTTPStatus.NO_CONTENT, HTTPStatus.SEE_OTHER, HTTPStatus.NOT_MODIFIED}


class Insider:
    """A browser; `cookie` is what it sends along."""

    def __init__(self, app: "WSGIApplication", cookie: str = "") -> None:
        self._app = app
        self.cookie = cookie
        self.path = ""

    def begin(self, chance: Random) -> str:
        """Start without a class and go to the first block; its form, filled in and ready to send.

        Raises Stuck.
        """
        page = self.ask("GET", "/start")
        while self.path != "/vragen":
            page = self.ask("POST", self.path, self.filled_in(page.body, chance))
        return self.filled_in(page.body, chance)

    def filled_in(self, body: bytes, chance: Random) -> str:
        """The main form of a page with any valid choice, ready to send. Raises Stuck."""
        form = main_form(body.decode())
        if form is None:
            raise Stuck(f"{self.path} has no form")
        return urlencode(form.random_values(chance))

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> Answer:
        """One request, with redirects followed. Raises Stuck when the answer is not a good one."""
        self.path, _mark, query = path.partition("?")
        environment = self.environment(method, self.path, body)
        environment["QUERY_STRING"] = query
        answer = answer_of(self._app, environment | headers)
        if answer.status not in GOOD:
            raise Stuck(f"{method} {path} answers {answer.status}")
        back = dict(answer.headers)
        self.cookie = back.get("set-cookie", self.cookie).split(";", 1)[0]
        return self.ask("GET", back["location"]) if "location" in back else answer

    def environment(self, method: str, path: str, body: str = "") -> dict[str, Any]:
        """The request as the gateway hands it over."""
        return {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": self.cookie,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body.encode()),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
