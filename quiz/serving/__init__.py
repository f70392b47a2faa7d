"""How the app meets the network: whole requests only, one at a time, slow work beside them."""

from quiz.serving.door import Door, create_door

__all__ = ["Door", "create_door"]
