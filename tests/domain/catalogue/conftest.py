"""The real catalogue once per session, and a small one to change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.load import load_catalogue
from tests.domain.catalogue.small import Files, small_files, write_files
from tests.real import real_catalogue

Build = Callable[[Files], Catalogue]


@pytest.fixture(scope="session")
def seed() -> Catalogue:
    return real_catalogue()


@pytest.fixture
def files() -> Files:
    return small_files()


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write changed rows and load them."""

    def write_and_load(changed: Files) -> Catalogue:
        write_files(tmp_path, changed)
        return load_catalogue(tmp_path)

    return write_and_load
