"""Which versions are in use, for whoever asks for help."""

import platform
from importlib.metadata import PackageNotFoundError, version

from quiz.cli.doctor.finding import Finding, well

_PARTS = ("flask", "granian", "sqlalchemy", "numpy", "typst")


def of_programs(database: str = "") -> list[Finding]:
    """Ours, Python, the database and what we stand on."""
    parts = [f"{name} {_version(name)}" for name in _PARTS]
    python = f"Python {platform.python_version()}"
    ours = f"zeven-werelden {_version('zeven-werelden')}"
    return [well("versions", ", ".join(filter(None, [ours, python, database, *parts])))]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"
