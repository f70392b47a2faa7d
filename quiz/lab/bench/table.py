"""The table that the bench prints: what, how much, and the budget beside it."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """One figure with its budget of docs/budgets.md."""

    what: str
    measured: str
    budget: str


def table(rows: list[Row]) -> str:
    """The rows as aligned text."""
    heads = [Row("what", "measured", "budget"), *rows]
    first = max(len(row.what) for row in heads) + 2
    second = max(len(row.measured) for row in heads) + 2
    return "\n".join(f"{row.what:<{first}}{row.measured:<{second}}{row.budget}" for row in heads)


def machine() -> str:
    """The machine in one line."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores of {names[0] if names else platform.machine()}, "
        f"{memory:.0f} GB, Python {platform.python_version()}, load before {load:.1f}"
    )
