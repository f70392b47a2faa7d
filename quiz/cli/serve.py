"""`quiz serve`: the web server."""

import errno
import os
import socket
from contextlib import closing

import click

from quiz.cli.stored import require_migrated
from quiz.config import Settings

SECONDS_TO_END = 30  # for what is being answered when it must stop
# Browsers keep their connection open between two blocks. A worker holds so many; more of them wait
# in the queue of the system until one is let go, as happens to a client that sends nothing for
# 15 seconds. Granian itself asks the system for as many open files as it may have.
CONNECTIONS, WAITING = 4096, 2048
HEADERS_OR_NEXT_REQUEST_MS = 15_000
# What the server itself has to say (a worker that died), in the same form as our own lines.
JSON_LINES = {
    "formatters": {"generic": {"()": "quiz.server.json_lines.JsonLines"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "generic",
            "stream": "ext://sys.stdout",
        }
    },
    "loggers": {"_granian": {"handlers": ["console"], "propagate": False}},
}

MOST_BY_ITSELF = 4  # each takes memory, and of one SQLite file they write one at a time
WORKERS = click.option(
    "--workers",
    default=lambda: min(os.cpu_count() or 1, MOST_BY_ITSELF),
    show_default=f"one for each core, at most {MOST_BY_ITSELF}",
    type=click.IntRange(1, 64),
    help="Processes that answer.",
)


_ADVICE = {
    errno.EADDRINUSE: "stop what uses it, or choose another --port",
    errno.EACCES: "choose a --port of 1024 or above",
}


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@WORKERS
def serve(host: str, port: int, workers: int) -> None:
    """Serve the quiz. Settings come from the environment (docs/operations.md)."""
    from quiz.storage.database import Database

    host = host.strip("[]")  # as an address of IPv6 stands in a link
    settings = Settings.from_environment(os.environ)
    with closing(Database(settings.database_url)) as database:
        require_migrated(database)
    require_free_port(host, port)
    run_server(host, port, workers)


def require_free_port(host: str, port: int) -> None:
    """Raise OSError when nobody could listen there: said before anything else is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            advice = _ADVICE.get(problem.errno or 0, "choose another --host")
            raise OSError(
                f"cannot listen on {host} port {port} ({problem.strerror or problem}): {advice}"
            ) from problem


def run_server(host: str, port: int, workers: int) -> None:
    """Run until stopped. The app is made once, from the environment, before the workers part.

    After SIGTERM no new request is taken, and those that are in get their answer first. Raises
    ClickException when it ended without being told to, so that whoever watches starts it again.
    """
    # Scoring one pupil is a matrix of eight by eight: threads inside NumPy only get in the way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    from quiz.server.start import prepare

    prepare()
    server = Granian(
        "quiz.server.gateway:create_gateway",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_OR_NEXT_REQUEST_MS),
        backlog=WAITING,
        backpressure=CONNECTIONS,
        workers=workers,
        respawn_failed_workers=True,
        workers_kill_timeout=SECONDS_TO_END,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig=None if os.environ.get("QUIZ_DEMO") == "1" else JSON_LINES,
    )
    server.serve()
    if not server.interrupt_signal:
        raise click.ClickException("the server ended by itself: its workers do not stay alive")
