"""What the next page of staff says about the page before it, once."""

from flask import Flask, session

from quiz.web.access.session_keys import PASSWORD_SET


def install(app: Flask) -> None:
    """Offer it to the frame of the pages of staff."""
    app.add_template_global(password_was_set)


def say_password_set() -> None:
    """Somebody chose a password behind a one-time link: the next page says that it is kept."""
    session[PASSWORD_SET] = True


def password_was_set() -> bool:
    """Whether that was on the page before this one; asked once."""
    return bool(session.pop(PASSWORD_SET, False))
