"""A program that asks for open data."""

import csv
from io import StringIO
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

ROOT = "/api/v1"


def ask(app: Flask, address: str, **headers: str) -> TestResponse:
    """What a program hears that has never been here."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return app.test_client().get(f"{ROOT}/{address}", headers=named)


def rows(app: Flask, address: str) -> list[dict[str, Any]]:
    """The rows of every page of a list."""
    answer = ask(app, address)
    assert answer.status_code == 200, answer.text
    page: Any = answer.json
    found: list[dict[str, Any]] = list(page["gegevens"])
    while page["volgende"]:
        page = app.test_client().get(page["volgende"]).json
        found += page["gegevens"]
    assert len(found) == page["aantal"]
    return found


def lines(app: Flask, address: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    answer = ask(app, address)
    assert answer.content_type == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(answer.text, newline="")))
