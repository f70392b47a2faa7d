"""How the service says it is, asked on this machine, past the web server."""

import http.client
import json
import time

import click

_ADDRESS, _PORT = "127.0.0.1", 8000
_PATIENCE, _PAUSE, _ONE_ANSWER = 60.0, 0.5, 5.0


def wait_until_well(port: int = _PORT, patience: float = _PATIENCE) -> str:
    """Wait until it answers and lets people in; its word. Raises a clear line when it does not."""
    until = time.monotonic() + patience
    said = "nothing answers"
    while time.monotonic() < until:
        said, well = _ask(port)
        if well:
            return said
        time.sleep(_PAUSE)
    raise click.ClickException(
        f"the service is not well after {patience:.0f} s: {said}; see journalctl -u zeven-werelden"
    )


def _ask(port: int) -> tuple[str, bool]:
    connection = http.client.HTTPConnection(_ADDRESS, port, timeout=_ONE_ANSWER)
    try:
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        words = json.loads(answer.read())
    except (OSError, ValueError, http.client.HTTPException) as problem:
        return f"no answer ({type(problem).__name__})", False
    finally:
        connection.close()
    status, database = str(words.get("status")), str(words.get("database"))
    said = status if status == "ok" else f"{status}, {_late(words)}"
    return said, answer.status == http.HTTPStatus.OK and database == "ok"


def _late(words: dict[str, object]) -> str:
    return ", ".join(f"{name}: {word}" for name, word in words.items() if name != "status")
