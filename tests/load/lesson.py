"""What one lesson asks of the server: thirty answers at the same instant, and boards that watch.

    python -m tests.load.lesson

The same two parts as in `make bench`, in a minute.
"""

import tempfile
from pathlib import Path

from tests.load import bench_web, boards
from tests.load.crowd import crowd
from tests.load.table import machine, table
from tests.server import Server


def main() -> None:
    """Measure on a server of our own and print the table."""
    print(machine(), flush=True)  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            crowd(server.address, bench_web.AT_ONCE, bench_web.AT_ONCE)
            rows = [*bench_web.together(server), *boards.measure(server)]
        finally:
            server.stop()
    print(table(rows))  # noqa: T201


if __name__ == "__main__":
    main()
