"""/healthz: whether this process can serve, for machines that watch over it."""

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

from quiz.extensions import csrf
from quiz.migrations.run import current_revision, newest_revision
from quiz.web.access import Audience, audience
from quiz.web.services import running, services

blueprint = Blueprint("health", __name__)
csrf.exempt(blueprint)


@blueprint.get("/healthz")
@audience(Audience.ANYONE)
def healthz() -> Response:
    """200 "ok", 200 "degraded" on the plain sum, 503 "down" without a usable database."""
    parts = services()
    database = _database_state()
    model = "fallback" if parts.engine.fallback else "ok"
    status = "down" if database != "ok" else "degraded" if parts.engine.fallback else "ok"
    answer = jsonify(
        status=status,
        database=database,
        bank=f"version {parts.bank.version}",
        model=model,
        model_version=parts.engine.model_version,
        catalogue=_catalogue_state(),
    )
    answer.status_code = 503 if status == "down" else 200
    return answer


def _catalogue_state() -> str:
    """Which catalogue this process showed last."""
    version = running().live_catalogue.version
    return "files of this product" if version is None else f"version {version}"


def _database_state() -> str:
    try:
        revision = current_revision(services().database)
    except SQLAlchemyError:
        return "unreachable"
    return "ok" if revision == newest_revision() else "needs migration"
