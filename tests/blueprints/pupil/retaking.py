"""Retakes, for tests: the second way through the questions and the page before it."""

from datetime import UTC, datetime

from tests.blueprints.pupil import way
from tests.visitor import Page, Visitor

MARCH = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


def to_result(visitor: Visitor, page: Page, value: str = way.VARIED) -> Page:
    """From the first block to the result."""
    page = visitor.answer_all(way.answer_blocks(visitor, page, value), "4")
    return visitor.submit(page, own_world="onbekend")


def retake(visitor: Visitor, **fields: str) -> Page:
    """Press "Begin opnieuw", and see the first block."""
    return visitor.submit(visitor.get("/opnieuw"), **fields)
