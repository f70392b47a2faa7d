"""Whatever happens to the bytes of a file: it is read, or refused in words, and nothing else."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.duo.importing import propose
from quiz.domain.catalogue.duo.standing import Standing
from quiz.domain.spreadsheets.errors import FileRefused
from tests.domain.catalogue.duo.files import ALL
from tests.domain.catalogue.duo.test_reading import SAVED, read


@cache
def contents() -> list[tuple[str, bytes]]:
    """Every file, however it was saved; once, for a workbook has the time of day in it."""
    return [(file.name, save(file)) for file in ALL for save in SAVED.values()]


DAMAGE = st.tuples(st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=12))


@settings(max_examples=150)
@given(
    number=st.integers(0, len(ALL) * len(SAVED) - 1),
    damage=st.lists(DAMAGE, min_size=1, max_size=4),
)
def test_whatever_happened_to_the_bytes_a_file_is_read_or_refused_in_words(
    number: int,
    damage: list[tuple[int, int, bytes]],
    standing: Standing,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    name, whole = contents()[number]
    content = bytearray(whole)
    for start, length, put in damage:
        content[start : start + length] = put
    try:
        propose(standing, read(tmp_path_factory.getbasetemp(), name, bytes(content)))
    except FileRefused as problem:
        assert problem.suggestion  # noqa: PT017
