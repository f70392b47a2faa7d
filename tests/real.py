"""The catalogue of the product as its files are, read once for all tests of a process."""

from functools import cache
from pathlib import Path

from quiz.config.paths import CATALOGUE_SEED
from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.load import load_catalogue


@cache
def real_catalogue() -> Catalogue:
    """Nobody can change what was read, so all may have the same."""
    return load_catalogue()


def load_once(place: Path = CATALOGUE_SEED) -> Catalogue:
    """What a command reads: ours once, and any other place as it is now."""
    return real_catalogue() if place == CATALOGUE_SEED else load_catalogue(place)
