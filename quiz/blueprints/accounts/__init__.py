"""The room of staff accounts: signing in and out, passwords, the second step, colleagues."""

from quiz.blueprints.accounts import (
    account_routes,
    asked_step_routes,
    class_routes,
    colleague_routes,
    demonstration_routes,
    inviting_routes,
    place_routes,
    school_account_routes,
    trail_page,
)
from quiz.blueprints.accounts.routes import blueprint

__all__ = [
    "account_routes",
    "asked_step_routes",
    "blueprint",
    "class_routes",
    "colleague_routes",
    "demonstration_routes",
    "inviting_routes",
    "place_routes",
    "school_account_routes",
    "trail_page",
]
