"""Mirrors quiz/usecases/sharing."""
