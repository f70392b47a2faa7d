"""The address of a request as a link: some addresses only take what a form sends."""

from flask import current_app, request, url_for


def address_here(**values: str) -> str | None:
    """A link to this page with these values behind it; None when there is nothing to open."""
    adapter = current_app.create_url_adapter(request)
    if request.endpoint is None or adapter is None:
        return None
    if "GET" not in adapter.allowed_methods(request.path):
        return None
    return url_for(request.endpoint, **(request.view_args or {}), **values)  # type: ignore[arg-type]
