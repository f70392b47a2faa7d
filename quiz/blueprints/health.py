"""/healthz: whether this process can serve, for machines that watch over it."""

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from quiz.storage.identifiers import EPOCH
from quiz.storage.migrations.run import current_revision, newest_revision
from quiz.web.access import counts
from quiz.web.access.audiences import Audience, audience
from quiz.web.extensions import csrf
from quiz.web.runtime import running, services

blueprint = Blueprint("health", __name__)
csrf.exempt(blueprint)
OK = "ok"


@blueprint.get("/healthz")
@audience(Audience.ANYONE)
def healthz() -> Response:
    """200 "ok"; 200 "degraded": everybody can go on, but look at it; 503 "down": nobody can."""
    parts, live = services(), running().live_catalogue
    vital = {"database": _database_state(), "clock": _clock_state()}
    lesser = {
        "model": "fallback" if parts.engine.fallback else OK,
        "disk": "nearly full" if parts.database.is_nearly_full() else OK,
        "counters": OK if counts.are_counted() else "unreachable",
    }
    catalogue = "files of this product" if live.version is None else f"version {live.version}"
    degraded = live.refused is not None or set(lesser.values()) != {OK}
    status = "down" if set(vital.values()) != {OK} else "degraded" if degraded else OK
    answer = jsonify(
        status=status,
        **vital,
        **lesser,
        bank=f"version {parts.bank.version}",
        model_version=parts.engine.model_version,
        catalogue=catalogue if live.refused is None else f"{catalogue}; a newer one is refused",
    )
    answer.status_code = 503 if status == "down" else 200
    return answer


def _database_state() -> str:
    """Whether it is there, is ours, and lets us write."""
    database = services().database
    try:
        revision = current_revision(database)
    except SQLAlchemyError:
        return "unreachable"
    return "needs migration" if revision != newest_revision() else database.try_to_write() or OK


def _clock_state() -> str:
    """A machine that starts without a battery stands years back: no attempt can be numbered."""
    return OK if services().clock() >= EPOCH else "before 2026"
