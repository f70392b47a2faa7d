"""Mirrors quiz/usecases/classes."""
