"""The counsellor's room: who shares a result, asking for one with its code, and the talk."""

from quiz.blueprints.counsellor import paper_routes, talk_routes, waiting_routes
from quiz.blueprints.counsellor.routes import blueprint

__all__ = ["blueprint", "paper_routes", "talk_routes", "waiting_routes"]
