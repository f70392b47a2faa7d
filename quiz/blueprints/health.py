"""/healthz: whether this process can serve, for machines that watch over it."""

from collections.abc import Mapping

from flask import Blueprint, Response, jsonify, request
from sqlalchemy.exc import SQLAlchemyError

from quiz.storage.identifiers import EPOCH
from quiz.storage.migrations.run import current_revision, newest_revision
from quiz.usecases.upkeep import OK, Job, clock_state, last_done, state_of
from quiz.web.access import counts
from quiz.web.access.arrival import HEADER, arrival_of, is_doctor
from quiz.web.access.audiences import Audience, audience
from quiz.web.extensions import csrf
from quiz.web.runtime import reading, running, services

blueprint = Blueprint("health", __name__)
csrf.exempt(blueprint)


@blueprint.get("/healthz")
@audience(Audience.ANYONE)
def healthz() -> Response:
    """200 "ok"; 200 "degraded": everybody can go on, but look at it; 503 "down": nobody can."""
    vital = {"database": _database_state(), "clock": _clock_state()}
    down = set(vital.values()) != {OK}
    words = {**vital, **_lesser(), **({} if down else _upkeep())}
    degraded = running().live_catalogue.refused is not None or set(words.values()) != {OK}
    answer = jsonify(
        status="down" if down else "degraded" if degraded else OK, **words, **_content(), **_asked()
    )
    answer.status_code = 503 if down else 200
    return answer


def _lesser() -> Mapping[str, str]:
    """What pupils can do without for a while."""
    parts = services()
    return {
        "model": "fallback" if parts.engine.fallback else OK,
        "disk": "nearly full" if parts.database.is_nearly_full() else OK,
        "counters": OK if counts.are_counted() else "unreachable",
    }


def _upkeep() -> Mapping[str, str]:
    """Whether the nights were worked through, by a clock that runs on."""
    now, session = services().clock(), reading()
    done = last_done(session)
    return {
        "clock": clock_state(session, done, now),
        "purge": state_of(Job.PURGE, done, now),
        "backup": OK if running().backup_elsewhere else state_of(Job.BACKUP, done, now),
    }


def _content() -> Mapping[str, str]:
    parts, live = services(), running().live_catalogue
    catalogue = "files of this product" if live.version is None else f"version {live.version}"
    return {
        "bank": f"version {parts.bank.version}",
        "model_version": parts.engine.model_version,
        "catalogue": catalogue if live.refused is None else f"{catalogue}; a newer one is refused",
    }


def _asked() -> Mapping[str, Mapping[str, str]]:
    """For `quiz doctor` alone: how its question came in."""
    sign = request.headers.get(HEADER, "")
    if not sign or not is_doctor(services().code_key, sign, services().clock()):
        return {}
    return {"arrived": arrival_of(request)}


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
