"""The app of one's own, as the tests of the web have it."""

from tests.web.conftest import make_app

__all__ = ["make_app"]
