"""The catalogue of the product as its files are, read once for all tests of a process."""

from functools import cache

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.load import load_catalogue


@cache
def real_catalogue() -> Catalogue:
    """Nobody can change what was read, so all may have the same."""
    return load_catalogue()
