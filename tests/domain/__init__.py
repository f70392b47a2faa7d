"""Mirrors quiz/domain."""
