"""The yardstick: the smallest Flask app, on the same server with the thread that suits it best."""

import sys

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels


def create_app() -> Flask:
    """An app that says hello."""
    app = Flask("hello")
    app.add_url_rule("/", view_func=lambda: "hello")
    return app


def main() -> None:
    """Serve it; the last argument is the port."""
    Granian(
        "quiz.lab.bench.hello:create_app",
        factory=True,
        address="127.0.0.1",
        port=int(sys.argv[-1]),
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=1,
        websockets=False,
        log_level=LogLevels.error,
    ).serve()


if __name__ == "__main__":
    main()
