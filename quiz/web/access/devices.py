"""What a browser keeps for one attempt is bound to it by a name that says nothing about it."""

import hmac

from flask import Flask

from quiz.web.access.audiences import current_attempt
from quiz.web.runtime import services

LENGTH = 8


def device_key() -> str:
    """A name for this attempt that only we can make: its number stays out of the page.

    Answers that wait on a shared device are sent only by the pupil who gave them.
    """
    number = f"device:{current_attempt()}".encode()
    return hmac.digest(services().code_key, number, "sha256")[:LENGTH].hex()


def install(app: Flask) -> None:
    """Offer `device_key` to templates."""
    app.add_template_global(device_key)
