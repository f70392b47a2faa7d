"""The headers of every answer: nothing from elsewhere, nothing inline, no framing, no traces.

What is for programs (quiz/web/access/outside.py) may be read from any page and kept for a
while; what is in a frame may stand on any page, without a script or a form.
"""

from flask import Flask, Response, request

from quiz.web.access.outside import is_for_programs, is_in_frame, is_outside
from quiz.web.pages.static_files import is_file

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
OUR_WORD = "Zeven-Werelden"
ONE_YEAR = 365 * 24 * 60 * 60
ALWAYS = {
    OUR_WORD: "ja",  # static/js/asking.js: what a filter or a portal answers lacks it
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
API_VERSION = "1.0.0"
KEPT = "public, max-age=300"
GOOD, LOOKING = frozenset((200, 304)), frozenset(("GET", "HEAD"))
FOR_PROGRAMS = {
    "API-Version": API_VERSION,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Expose-Headers": "API-Version, ETag, Link, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
IN_FRAME = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "style-src 'self'",
            "img-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors *",
        )
    ),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# A frame that may do nothing (sandbox) is nobody's origin: its own looks come from elsewhere.
STYLES = ".css"
FOR_ALL = {"Cross-Origin-Resource-Policy": "cross-origin"}
INSIST_ON_HTTPS = {"Strict-Transport-Security": f"max-age={ONE_YEAR}"}


def install(app: Flask, *, secure: bool) -> None:
    """Put the headers on every answer, errors and static files included."""
    always = {**ALWAYS, **(INSIST_ON_HTTPS if secure else {})}

    def protect(response: Response) -> Response:
        response.headers.extend(always)
        good = response.status_code in GOOD and request.method in LOOKING
        if is_for_programs(request):
            response.headers.update(FOR_PROGRAMS)
        elif is_in_frame(request) and good:
            response.headers.update(IN_FRAME)
            del response.headers["X-Frame-Options"]
        elif is_file(response) and request.path.endswith(STYLES):
            response.headers.update(FOR_ALL)
        if is_outside(request):
            response.headers["Cache-Control"] = KEPT if good else "no-store"
        elif not is_file(response):
            # Shared devices: the back button must not show the previous pupil's page.
            response.headers["Cache-Control"] = "no-store"
        return response

    app.after_request(protect)
