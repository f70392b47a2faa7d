"""The counsellor's room: who shares a result, asking for one with its code, and the talk."""

from quiz.counsellor import paper_routes, talk_routes, waiting_routes
from quiz.counsellor.routes import blueprint

__all__ = ["blueprint", "paper_routes", "talk_routes", "waiting_routes"]
