"""Whatever the order of files, rows and columns: the same preview, and nothing to do afterwards."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.domain.catalogue.duo.compare import Preview
from quiz.domain.catalogue.duo.importing import Facts, propose
from quiz.domain.catalogue.duo.standing import Standing
from tests.domain.catalogue.duo.conftest import TODAY, after
from tests.domain.catalogue.duo.files import (
    ADDRESSES,
    HIGHER,
    LOCATIONS,
    MBO,
    PROFILES,
    SECTORS,
    DuoFile,
    mbo,
)


@st.composite
def shuffled(draw: st.DrawFn, file: DuoFile) -> DuoFile:
    """A file with its rows and its columns in another order, some rows twice."""
    names = draw(st.permutations(file.header.split("|")))
    again = draw(st.lists(st.sampled_from(file.rows), max_size=3))
    rows = draw(st.permutations([*file.rows, *again]))
    return replace(file, header="|".join(names), rows=tuple(rows))


@st.composite
def part_of(draw: st.DrawFn, file: DuoFile) -> DuoFile:
    """A file with some of its rows."""
    return file.with_rows(file.rows[0], *draw(st.lists(st.sampled_from(file.rows), max_size=6)))


def uncounted(preview: Preview) -> Preview:
    """A preview without counts: a row that stands twice is left out twice."""
    return replace(preview, left_out=(), notes=())


MIXED = (
    LOCATIONS,
    PROFILES,
    SECTORS,
    ADDRESSES,
    HIGHER,
    MBO.with_rows(
        *MBO.rows,
        mbo("110A001", "Vak Alkmaar", "25001", "BBL", "Ede", WEBSITE="https://b.example.nl"),
        mbo("110A001", "Vak", "25001", "BBL", "Ede", WEBSITE="https://a.example.nl"),
        mbo("120A001", "Nieuwe School", "25001", "BOL", "Alkmaar"),
        mbo("120A002", "Nieuwe School Ede", "25001", "BOL", "Ede"),
        *(mbo("120A003", f"Avondschool {letter}", "25001", "EX", "Ede") for letter in "ABCDE"),
    ),
)


@settings(max_examples=30)
@given(data=st.data())
def test_the_order_of_rows_columns_and_files_makes_no_difference(
    data: st.DataObject, standing: Standing, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()

    def preview(files: tuple[DuoFile, ...]) -> Preview:
        facts = Facts(TODAY)
        for file in files:
            facts.read(file.put(folder))
        return propose(standing, facts)

    mixed = tuple(data.draw(shuffled(file)) for file in data.draw(st.permutations(MIXED)))
    found, usual = preview(mixed), preview(MIXED)
    assert uncounted(found) == uncounted(usual)
    assert {said.reason: said.examples for said in found.left_out} == {
        said.reason: said.examples for said in usual.left_out
    }
    assert after(standing, found).stored == after(standing, usual).stored


@settings(max_examples=40)
@given(data=st.data())
def test_any_part_of_the_files_twice_changes_nothing_the_second_time(
    data: st.DataObject, standing: Standing, tmp_path_factory: pytest.TempPathFactory
) -> None:
    numbers = data.draw(st.sets(st.integers(0, len(MIXED) - 1), min_size=1))
    files = [data.draw(part_of(MIXED[number])) for number in sorted(numbers)]
    facts = Facts(TODAY)
    for file in files:
        facts.read(file.put(tmp_path_factory.getbasetemp()))
    once = after(standing, propose(standing, facts))
    assert propose(once, facts).changes_nothing
