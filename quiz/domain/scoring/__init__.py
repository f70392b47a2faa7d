"""From answers to a profile: evidence, classifier, next questions, reasons, quality, ties.

Pure NumPy; the only things read are the model file and nothing else. Start at `Scorer`.
"""

from quiz.domain.scoring.scorer import Scorer

__all__ = ["Scorer"]
