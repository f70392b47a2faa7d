"""A server that one test after the other has for itself: starting one takes seconds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.live_server import Server

TABLES = "SELECT name FROM main.sqlite_master WHERE type = 'table'"
LEFT_ALONE = ("alembic", "sqlite")
# Large, and few tests change it: left alone as well, as long as its version is the same.
CATALOGUE = "catalogue"
SAME = """SELECT (SELECT number FROM main.catalogue_version)
IS (SELECT number FROM began.catalogue_version)"""


class SpareServer:
    """`quiz demo`, and a copy of its data as they were when it began."""

    def __init__(self, folder: Path) -> None:
        self.server = Server(folder)
        self.server.start()
        self._process = self.server.process
        self._began = folder / "began.sqlite3"
        with closing(sqlite3.connect(folder / "quiz.sqlite3")) as now:
            now.execute("VACUUM INTO ?", (str(self._began),))

    def is_as_it_began(self) -> bool:
        """Put the data back; False when the server is another process by now."""
        if not self.server.is_running(self._process):
            return False
        with closing(sqlite3.connect(self.server.folder / "quiz.sqlite3", timeout=30)) as now:
            now.execute("ATTACH ? AS began", (str(self._began),))
            now.execute("BEGIN IMMEDIATE")
            (same,) = now.execute(SAME).fetchone()
            alone = (*LEFT_ALONE, CATALOGUE) if same else LEFT_ALONE
            for (table,) in now.execute(TABLES).fetchall():
                if not table.startswith(alone):
                    now.execute(f'DELETE FROM main."{table}"')  # noqa: S608 - a table of ours
                    now.execute(f'INSERT INTO main."{table}" SELECT * FROM began."{table}"')  # noqa: S608
            now.commit()
        return True
