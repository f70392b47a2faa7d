"""A catalogue as cells of text comes back as it was, or says which cell it cannot read."""

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.findings import CatalogueError
from quiz.domain.catalogue.files.stored import catalogue_of_cells, cells_of
from tests.domain.catalogue.conftest import Build
from tests.domain.catalogue.small import Files


def test_the_real_catalogue_survives_being_cells(seed: Catalogue) -> None:
    files = {file: list(rows.values()) for file, rows in cells_of(seed).items()}
    assert catalogue_of_cells(files).rows == seed.rows


def test_rows_are_named_by_what_makes_them_unique(files: Files, build: Build) -> None:
    cells = cells_of(build(files))
    assert list(cells["programmes.csv"]) == ["bouwen", "timmeren", "zorgen"]
    assert "timmeren vak GM0228 bol" in cells["offerings.csv"]


def test_a_cell_that_cannot_be_read_is_named(files: Files, build: Build) -> None:
    cells = {file: list(rows.values()) for file, rows in cells_of(build(files)).items()}
    cells["events.csv"][0] = {**cells["events.csv"][0], "months": "lente"}
    with pytest.raises(CatalogueError, match="rij 2, kolom months"):
        catalogue_of_cells(cells)


def test_a_tag_that_the_questions_no_longer_have_does_not_put_out_what_is_stored(
    files: Files, build: Build
) -> None:
    cells = {file: list(rows.values()) for file, rows in cells_of(build(files)).items()}
    cells["companies.csv"][0] = {**cells["companies.csv"][0], "tags": "van-vroeger"}
    assert catalogue_of_cells(cells).companies["bouwer"].tags == ("van-vroeger",)
