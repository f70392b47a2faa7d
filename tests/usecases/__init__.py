"""Mirrors quiz/usecases."""
