"""Whether a browser keeps no cookies: a form came back without any, too soon to have lost ours."""

from datetime import datetime

from flask import current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer

from quiz.config import school_time

_SALT = "wtf-csrf-token"  # of Flask-WTF


def are_refused() -> bool:
    """Whether no session came with this form, though its page was made while one still lasts.

    The token of a form tells when its page was made. One that is older than a session is simply
    an old page: the browser has thrown our cookie away as we asked.
    """
    if current_app.config["SESSION_COOKIE_NAME"] in request.cookies:
        return False
    made = _page_made(request.form.get("csrf_token", ""))
    return made is None or school_time.now() - made < current_app.permanent_session_lifetime


def _page_made(token: str) -> datetime | None:
    """When we made the page with this token; None when it is not ours."""
    serializer = URLSafeTimedSerializer(str(current_app.secret_key), salt=_SALT)
    try:
        made = serializer.loads(token, return_timestamp=True)[1]
    except BadData:
        return None
    return made if isinstance(made, datetime) else None
