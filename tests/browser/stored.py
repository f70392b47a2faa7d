"""What a server stored of the one attempt that a test made."""

import json

from tests.live_server import Server

TECH_TYPE_QUESTIONS = 5
COUNT = "SELECT count(*) FROM answer"


def questions_shown(server: Server) -> int:
    """How many questions the pupil saw: those of the blocks, and those about tech types."""
    [(blocks,)] = server.rows("SELECT blocks FROM attempt")
    return sum(len(block) for block in json.loads(blocks)) + TECH_TYPE_QUESTIONS


def everything_is_stored_once(server: Server) -> bool:
    """Whether there is one answer to each question that was shown."""
    return server.rows(COUNT) == [(questions_shown(server),)]
