"""`make bench`: every figure beside its budget. Nothing is judged here: a busy machine is slow."""

import tempfile
from pathlib import Path

from tests.load import bench_parts, bench_web, boards, matching, paper
from tests.load.table import machine, table
from tests.server import Server


def main() -> None:
    """Measure on a server of our own and print the table."""
    print(machine(), flush=True)  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            rows = [
                *bench_web.measure(server),
                *bench_parts.engine(),
                *matching.measure(),
                *bench_parts.pages(server),
                *bench_parts.worker(server),
                *boards.measure(server),
                *paper.measure(),
            ]
        finally:
            server.stop()
    print(table(rows))  # noqa: T201


if __name__ == "__main__":
    main()
