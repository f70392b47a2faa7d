"""A bare Flask prototype of a questionnaire: as little as can say hello, show, save and end.

It has no languages, no engine, no guarded forms, no log, no headers and no checks. It does commit
what it says it saved, as durably as we do, and a page has as many questions as a block of ours.

    python -m tests.load.prototype --port 9000
"""

import secrets
import sqlite3
import sys
import tempfile

from flask import Flask, Response, redirect, request, session
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
from werkzeug.wrappers import Response as BaseResponse

BLOCKS, IN_A_BLOCK = 4, 7
PAGE = """<!DOCTYPE html><html lang="nl"><title>Vragen</title><main><form method="post">
{% for number in numbers %}<fieldset><legend>Vraag {{ number }}</legend>
{% for value in range(1, 6) %}<label><input type="radio" name="q{{ number }}"
 value="{{ value }}"> {{ value }}</label>{% endfor %}</fieldset>{% endfor %}
<button>Verder</button></form></main></html>"""
TABLE = "CREATE TABLE answer (pupil INTEGER, question TEXT, value INTEGER)"


def create_app() -> Flask:
    """An app that asks 28 questions in four blocks and adds the answers up."""
    app = Flask("prototype", static_folder=None)
    app.secret_key = secrets.token_hex()
    file = f"{tempfile.mkdtemp(prefix='prototype-')}/answers.sqlite3"
    rows = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", TABLE):
        rows.execute(statement)
    page = app.jinja_env.from_string(PAGE)
    app.add_url_rule("/", view_func=lambda: "hello")

    @app.get("/start")
    def start() -> BaseResponse:
        session["pupil"], session["block"] = secrets.randbits(62), 0
        return redirect("/vragen", 303)

    @app.get("/vragen")
    def show() -> str:
        first = session["block"] * IN_A_BLOCK
        return page.render(numbers=range(first, first + IN_A_BLOCK))

    @app.post("/vragen")
    def save() -> BaseResponse:
        given = [(session["pupil"], name, int(value)) for name, value in request.form.items()]
        rows.execute("BEGIN IMMEDIATE")
        rows.executemany("INSERT INTO answer VALUES (?, ?, ?)", given)
        rows.execute("COMMIT")
        session["block"] += 1
        return redirect("/vragen" if session["block"] < BLOCKS else "/resultaat", 303)

    @app.get("/resultaat")
    def result() -> Response:
        total = "SELECT sum(value) FROM answer WHERE pupil = ?"
        (found,) = rows.execute(total, (session["pupil"],)).fetchone()
        return Response(f"<main>{found}</main>")

    return app


def main() -> None:
    """Serve it as our yardstick is served; the last argument is the port."""
    Granian(
        "tests.load.prototype:create_app",
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
