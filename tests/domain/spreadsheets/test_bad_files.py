"""Whatever a file is, reading it ends in one clear line, and takes no memory to speak of."""

import tracemalloc
from pathlib import Path

import pytest

from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.spreadsheets.tables import open_table, rows_of
from tests.domain.spreadsheets.bad_files import BAD_FILES
from tests.domain.spreadsheets.workbook import write

MOST_MEMORY = 25_000_000


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_is_no_table_is_refused_in_little_memory(tmp_path: Path, name: str) -> None:
    make, says = BAD_FILES[name]
    path = write(tmp_path, make("leeftijd"))
    tracemalloc.start()
    with pytest.raises(FileRefused) as refused, open_table(path, ["leeftijd", "plaats"]) as table:
        for _ in rows_of(table):
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert says in str(refused.value)
    assert len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)
    assert peak < MOST_MEMORY


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="dit is een map"), open_table(tmp_path, ["a"]):
        pass
    with pytest.raises(FileRefused, match="ontbreekt"), open_table(tmp_path / "geen.csv", ["a"]):
        pass
