"""Mirrors quiz/lab."""
