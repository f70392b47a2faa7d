"""The headers of every answer: nothing from elsewhere, nothing inline, no framing, no traces."""

from flask import Flask, Response

from quiz.web.assets import is_file

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
ONE_YEAR = 365 * 24 * 60 * 60


def install(app: Flask, *, secure: bool) -> None:
    """Put the headers on every answer, errors and static files included."""

    def protect(response: Response) -> Response:
        headers = response.headers
        headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "DENY"
        headers["Referrer-Policy"] = "same-origin"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if secure:
            headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR}"
        if not is_file(response):
            # Shared devices: the back button must not show the previous pupil's page.
            headers["Cache-Control"] = "no-store"
        return response

    app.after_request(protect)
