"""Logs without personal data: the route's pattern and how it went, never who or what exactly."""

import logging
import time

import structlog
from flask import Flask, Response, g, request

log = structlog.get_logger("quiz")


def configure(*, readable: bool) -> None:
    """JSON lines for machines; for a person at a terminal, one short line each."""
    renderer: structlog.typing.Processor = structlog.processors.JSONRenderer()
    if readable:
        renderer = structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=False,
    )


def install(app: Flask) -> None:
    """Log each request by its pattern: no address, no cookie, no code, no query, no answer."""

    def begin() -> None:
        g.started = time.perf_counter()

    def note(response: Response) -> Response:
        if request.endpoint != "static":
            seconds = time.perf_counter() - g.get("started", time.perf_counter())
            log.info(
                "request",
                method=request.method if request.url_rule else "other",
                route=str(request.url_rule or "unknown"),
                status=response.status_code,
                milliseconds=round(seconds * 1000, 1),
            )
        return response

    app.before_request(begin)
    app.after_request(note)
