"""Tests."""

from tests import unclosed

unclosed.watch()
