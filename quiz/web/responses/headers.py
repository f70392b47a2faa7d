"""The headers of every answer: nothing from elsewhere, nothing inline, no framing, no traces."""

from flask import Flask, Response

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
INSIST_ON_HTTPS = {"Strict-Transport-Security": f"max-age={ONE_YEAR}"}


def install(app: Flask, *, secure: bool) -> None:
    """Put the headers on every answer, errors and static files included."""
    always = {**ALWAYS, **(INSIST_ON_HTTPS if secure else {})}

    def protect(response: Response) -> Response:
        response.headers.extend(always)
        if not is_file(response):
            # Shared devices: the back button must not show the previous pupil's page.
            response.headers["Cache-Control"] = "no-store"
        return response

    app.after_request(protect)
