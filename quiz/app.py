"""The factory: one app from one settings object."""

import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Flask, Request

from quiz.blueprints import accounts, agenda, classroom, coordinator, counsellor, health, open_data
from quiz.blueprints.public.routes import blueprint as public
from quiz.blueprints.pupil import blueprint as pupil
from quiz.config import Settings
from quiz.config.paths import TEMPLATES
from quiz.web import logs, sign_on
from quiz.web import runtime as running
from quiz.web.access import (
    audiences as access,
)
from quiz.web.access import (
    counts,
    devices,
    origins,
    proxies,
)
from quiz.web.access import (
    session_cookie as sessions,
)
from quiz.web.extensions import csrf
from quiz.web.pages import (
    addresses,
    figures,
    kept_parts,
    kept_words,
    languages,
    menu,
    page_help,
    said_once,
    switching,
)
from quiz.web.pages import (
    static_files as assets,
)
from quiz.web.pages import (
    templates as drawing,
)
from quiz.web.responses import compression, errors, headers

SESSION_HOURS = 24
LARGEST_BODY = 64 * 1024
FILES, LARGEST_FILE = "/regio/import", 8 * 1024 * 1024
LARGEST_PIECE = 256 * 1024  # of a file while it is read, beside the fields of its form
MOST_FORM_FIELDS = 200


def largest_body(path: str) -> int:
    """How much may be sent to an address: a form, or at one of them a file."""
    return LARGEST_FILE if path == FILES else LARGEST_BODY


class QuizRequest(Request):
    """A request with room for our forms and no more; at one address also for a file."""

    max_form_memory_size = LARGEST_BODY
    max_form_parts = MOST_FORM_FIELDS

    def __init__(self, *about: Any, **more: Any) -> None:
        """How much it may hold follows from its address."""
        super().__init__(*about, **more)
        self.max_content_length = largest_body(self.path)
        if self.path == FILES:
            self.max_form_memory_size = LARGEST_PIECE


class Quiz(Flask):
    """Flask with our limits on what a request may carry."""

    request_class = QuizRequest
    jinja_environment = drawing.Templates

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Every view and hook of ours is a plain function: Flask asks for each, at each request."""
        return func

    def log_exception(self, exc_info: tuple[Any, Any, Any]) -> None:
        """Note a mistake in an error page by its kind; Flask would write the path and a trace."""
        logs.log.error("unexpected", kind=getattr(exc_info[0], "__name__", ""), where="error page")


def create_app(settings: Settings | None = None) -> Flask:
    """Build the app. Raises InvalidSettings, or a content error, before anything is served."""
    settings = settings or Settings.from_environment(os.environ)
    app = Quiz("quiz", static_folder=None, template_folder=str(TEMPLATES))
    app.config.update(_flask_settings(settings))
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    logs.configure(readable=settings.demo)
    addresses.install(app)
    origins.install(app)
    switching.install(app)
    csrf.init_app(app)
    languages.install(app)
    running.install(app, settings)
    counts.install(app, settings)
    sign_on.install(app, settings)
    for part in (
        logs,
        compression,
        drawing,
        figures,
        kept_words,
        kept_parts,
        assets,
        sessions,
        devices,
        errors,
        access,
        menu,
        said_once,
        page_help,
    ):
        part.install(app)
    headers.install(app, secure=settings.secure)
    for room in (health, accounts, classroom, counsellor, coordinator, open_data, agenda):
        app.register_blueprint(room.blueprint)
    for blueprint in (public, pupil):
        app.register_blueprint(blueprint)
    proxies.install(app, settings)
    return app


def _flask_settings(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "__Host-zeven_werelden" if settings.secure else "zeven_werelden",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure,
        "PERMANENT_SESSION_LIFETIME": timedelta(hours=SESSION_HOURS),
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session: a phone that slept loses nothing
        "WTF_CSRF_SSL_STRICT": False,  # wants a Referer; web/access/origins.py looks at Origin
        "WTF_I18N_ENABLED": False,  # its words are never shown, and it reads its file at each form
        "TRUSTED_HOSTS": settings.hosts,
        "BASE_URL": settings.base_url,
        "MAIL": settings.mail,
        "DEMO": settings.demo,
        "CLASS_PLACES": settings.class_places,
        "CLASS_HOURS": settings.class_hours,
    }
