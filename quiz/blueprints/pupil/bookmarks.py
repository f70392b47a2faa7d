"""Reads which star was pressed, and keeps the step or lets it go."""

from flask import request

from quiz.domain.catalogue.bookmarked import kept_row
from quiz.usecases.attempts.bookmarks import KeptStep, keep_step, let_go_of_step
from quiz.web.runtime import catalogue, services

KEEP, LET_GO = "bewaar", "los"


def press_star(attempt_id: int) -> str:
    """Keep a step or let it go, as the form says; the key, or nothing when it says nothing good.

    Only what stands in the catalogue with a source can be kept. Raises NoAttempt.
    """
    for field, change in ((KEEP, keep_step), (LET_GO, let_go_of_step)):
        key = request.form.get(field, "")
        kind, _slash, row_id = key.partition("/")
        if kept_row(catalogue(), kind, row_id, None):
            change(services(), attempt_id, KeptStep(kind, row_id))
            return key
    return ""
