"""Mirrors quiz/usecases/retakes."""
