"""How pupils get in: the address to type and the QR code to scan."""

from functools import lru_cache
from typing import Any

import segno
from flask import url_for
from markupsafe import Markup

from quiz.blueprints.classroom.view_models import Entrance
from quiz.domain.codes.class_codes import display_class_code
from quiz.web.access.board_links import PARAMETER, proof_of
from quiz.web.pages.addresses import our_address

QUIET_ZONE = 4
CODES_AT_HAND = 128
_ONLY_HERE = {"localhost", "127.0.0.1", "[::1]"}


def entrance(code: str) -> Entrance:
    """The way in for this class code, as the projector and the class page show it.

    The QR code also gets those in who could type no code any more (quiz/web/access/board_links.py).
    """
    host = our_address().partition("://")[2]
    return Entrance(
        code=display_class_code(code),
        address=host,
        qr=drawing(board_address(code)),
        only_here=host.rsplit(":", 1)[0] in _ONLY_HERE,
    )


def board_address(code: str) -> str:
    """Where the QR code leads: the class, with the proof that its code was not guessed."""
    parts: dict[str, Any] = {"code": code, PARAMETER: proof_of(code)}
    return our_address() + url_for("pupil.join_class", **parts)


@lru_cache(CODES_AT_HAND)
def drawing(link: str) -> Markup:
    """The QR code to a page as one SVG of our own making: dark on white, also by night.

    Screens ask for it every other second, so those that stand on boards now are kept at hand.
    """
    code = segno.make(link, error="m", micro=False)
    svg = code.svg_inline(omitsize=True, light="white", border=QUIET_ZONE, svgclass="qr")
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S704
