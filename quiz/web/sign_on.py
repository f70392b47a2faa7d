"""The ways to sign in with the school's account that this installation has; usually none.

What talks to a provider is loaded only where there is one: pages of pupils never pay for it.
"""

from typing import TYPE_CHECKING, cast

from flask import Flask, current_app, request

from quiz.config import Settings
from quiz.config.sign_on import Provider

if TYPE_CHECKING:
    from quiz.usecases.sign_on.connector import Connector

_NAME = "sign_on"


def install(app: Flask, settings: Settings) -> None:
    """Make the connectors; nobody is called yet."""
    app.extensions[_NAME] = _connectors(settings)


def way_back(settings: Settings, provider: Provider) -> str:
    """The address to which a provider leads back; each has its own, so that none mixes up."""
    return f"{settings.base_url}/inloggen/school/{provider.id}/terug"


def connector(provider: str) -> "Connector | None":
    """The way to this provider; None when there is none of that name (any more)."""
    return _all().get(provider)


def providers() -> list[Provider]:
    """All of them, in the order of the settings."""
    return [each.provider for each in _all().values()]


def label_of(provider: str) -> str:
    """How people know it; its own word when it is no longer in the settings."""
    found = _all().get(provider)
    return found.provider.label if found else provider


def asked_label() -> str:
    """The label of the provider that this request is about."""
    return label_of(str((request.view_args or {}).get("provider", "")))


def _all() -> "dict[str, Connector]":
    return cast("dict[str, Connector]", current_app.extensions[_NAME])


def _connectors(settings: Settings) -> "dict[str, Connector]":
    if not settings.providers:
        return {}
    from quiz.usecases.sign_on.connector import Connector  # noqa: PLC0415
    from quiz.usecases.sign_on.patience import Patience  # noqa: PLC0415

    patience = Patience()
    return {one.id: Connector(one, way_back(settings, one), patience) for one in settings.providers}
