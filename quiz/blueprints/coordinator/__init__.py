"""The coordinator's room: what a region offers, kept true by who knows it."""

from quiz.blueprints.coordinator import (
    agenda_routes,
    check_routes,
    import_routes,
    monitor_routes,
    row_routes,
)
from quiz.blueprints.coordinator.routes import blueprint

__all__ = [
    "agenda_routes",
    "blueprint",
    "check_routes",
    "import_routes",
    "monitor_routes",
    "row_routes",
]
