"""Signs of text: which a name may hold, which our paper can print. No web, no content."""

from quiz.signs.fonts import font_folder
from quiz.signs.names import plain_name, plain_text, unwanted
from quiz.signs.printable import STAND_IN, printable, unprintable

__all__ = [
    "STAND_IN",
    "font_folder",
    "plain_name",
    "plain_text",
    "printable",
    "unprintable",
    "unwanted",
]
