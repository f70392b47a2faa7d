"""What the machine that watches over a server reads at /healthz."""

import json
from collections.abc import Mapping
from http.client import HTTPConnection
from typing import Any

from flask import Flask

Health = tuple[int, Mapping[str, Any]]


def health_of(app: Flask) -> Health:
    """Status and words of an app in this process."""
    answer = app.test_client().get("/healthz")
    return answer.status_code, json.loads(answer.text)


def health_at(address: str) -> Health:
    """Status and words of a real server."""
    connection = HTTPConnection(address, timeout=60)
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    words = json.loads(answer.read())
    connection.close()
    return answer.status, words
