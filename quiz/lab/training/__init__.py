"""Trains and judges the engine. Alone imports scikit-learn; the web never loads it."""

from quiz.lab.training.responses import fit_from_responses

__all__ = ["fit_from_responses"]
