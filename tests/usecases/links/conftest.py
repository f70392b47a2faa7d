"""One site for all tests of a file, which forgets what was asked before."""

from collections.abc import Iterator

import pytest

from tests.usecases.links.site import Site, running


@pytest.fixture(scope="module")
def shared() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def site(shared: Site) -> Site:
    shared.asked.clear()
    shared.sent = 0
    return shared
