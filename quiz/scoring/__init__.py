"""From answers to a profile: evidence, classifier, next questions, reasons, quality, ties.

Pure NumPy; the only things read are the model file and nothing else. Start at `Scorer`.
"""

from quiz.scoring.engine import Engine
from quiz.scoring.errors import ModelError, ResponseError
from quiz.scoring.plain import PlainScorer
from quiz.scoring.profile import Profile
from quiz.scoring.scorer import Scorer

__all__ = ["Engine", "ModelError", "PlainScorer", "Profile", "ResponseError", "Scorer"]
