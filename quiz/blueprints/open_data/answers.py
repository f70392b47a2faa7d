"""A list as an answer: a page of it in JSON, or all that was asked for as a CSV file."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from math import ceil
from typing import Any

from flask import Response, request, url_for

from quiz.blueprints.open_data.asked import CSV, PAGE, Question, question_about
from quiz.blueprints.open_data.resources import Resource
from quiz.blueprints.open_data.telling import as_cells, as_json, headings
from quiz.domain.spreadsheets.guard import defused
from quiz.web.access.readings import count_reading
from quiz.web.pages.addresses import our_address
from quiz.web.responses.downloads import CSV as CSV_FILE
from quiz.web.responses.downloads import disposition
from quiz.web.responses.fragments import fragment

JSON_TYPE = "application/json"
CREDITS = "bronnen"


def answer(resource: Resource) -> Response:
    """What was asked of a list. Raises UnknownName, UnknownWord, AskedTwice or TooManyReadings."""
    question = question_about(resource)
    rows = [
        row
        for row in resource.found()
        if all(each.keeps(row, word) for each, word in question.filters)
    ]
    made = _csv(resource, rows) if question.format == CSV else _page(resource, question, rows)
    made.headers.add("Link", f'<{address_of(CREDITS)}>; rel="license"')
    return made


def address_of(name: str) -> str:
    """The whole address of a list."""
    return our_address() + url_for(f"open_data.{name}")


def json_answer(content: Any) -> Response:
    """Something as JSON; only that it is the same where the asker has it already."""
    return _answer(json.dumps(content, ensure_ascii=False, indent=1), JSON_TYPE)


def _page(resource: Resource, question: Question, rows: Sequence[Any]) -> Response:
    pages = max(1, ceil(len(rows) / question.size))
    begin = (question.page - 1) * question.size
    following = _address(question.page + 1) if question.page < pages else None
    made = json_answer(
        {
            "gegevens": [
                as_json(resource.tell(row)) for row in rows[begin : begin + question.size]
            ],
            "aantal": len(rows),
            "pagina": question.page,
            "paginas": pages,
            "paginagrootte": question.size,
            "volgende": following,
            "bronvermelding": address_of(CREDITS),
        }
    )
    if following:
        made.headers.add("Link", f'<{following}>; rel="next"')
    return made


def _address(page: int) -> str:
    """The same question about another page."""
    given = {**request.args.to_dict(), PAGE: str(page)}
    return our_address() + url_for(request.endpoint or "", **given)  # type: ignore[arg-type]


def _csv(resource: Resource, rows: Sequence[Any]) -> Response:
    """All rows (RFC 4180), with nothing in them that a spreadsheet would run."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings(resource.kind))
    writer.writerows([defused(cell) for cell in as_cells(resource.tell(row))] for row in rows)
    made = _answer(text.getvalue(), CSV_FILE)
    made.headers["Content-Disposition"] = disposition(f"{resource.name}.csv")
    return made


def _answer(body: str, kind: str) -> Response:
    made = fragment(body, lambda: body)
    made.content_type = kind
    if made.data:
        count_reading()
    return made
