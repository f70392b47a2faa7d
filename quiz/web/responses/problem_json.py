"""A problem as a program reads it (RFC 9457): what happened, and the one next step."""

import json

from flask import Response

from quiz.web.pages.addresses import our_address
from quiz.web.problems.pupil import Problem

CONTENT_TYPE = "application/problem+json"


def problem_json(problem: Problem) -> Response:
    """The words of a page with an error, without the page."""
    content = {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.text,
        "volgendeStap": {"tekst": problem.action, "adres": our_address() + problem.url},
    }
    body = json.dumps(content, ensure_ascii=False)
    return Response(body, status=problem.status, content_type=CONTENT_TYPE)
