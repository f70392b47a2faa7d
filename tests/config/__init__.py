"""Mirrors quiz/config."""
