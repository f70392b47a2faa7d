"""Asks the package index which of our locked dependencies have known holes: `make audit`.

pip-audit says "no known vulnerabilities" as well when the index answered nothing about any package.
Here such a run is called what it is: not audited. It fails only for a hole that was found, so that
a machine without a way to the index can run everything else; with `--strict` it fails then too.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCKED = Path(__file__).parents[2] / "requirements" / "run.txt"
COMMAND = (
    "-r", str(LOCKED), "--disable-pip", "--require-hashes", "--format", "json", "--desc", "off",
    "--progress-spinner", "off", "--timeout", "10",
)  # fmt: skip
LONGEST = 300  # seconds


@dataclass(frozen=True)
class Outcome:
    """What is known: packages looked up, packages nothing is known about, and the holes."""

    audited: int
    unknown: int
    holes: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """One line for people."""
        if self.holes:
            return "audit: known holes in our dependencies:\n  " + "\n  ".join(self.holes)
        if self.unknown or not self.audited:
            return (
                f"audit: NOT AUDITED: {self.unknown or 'all'} packages could not be looked up from "
                f"here ({self.audited} could). Run `make audit` where the package index answers."
            )
        return f"audit: no known holes in {self.audited} packages"

    def code(self, *, strict: bool) -> int:
        """The exit code."""
        whole = self.audited and not self.unknown
        return 1 if self.holes or (strict and not whole) else 0


def judge(report: str) -> Outcome:
    """Read what pip-audit wrote; anything that is no report means that nothing was audited."""
    try:
        rows: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Outcome(0, 0, ())
    known = [row for row in rows if "skip_reason" not in row]
    holes = tuple(
        f"{row['name']} {row['version']}: {hole['id']}, mended in "
        f"{', '.join(hole.get('fix_versions', ())) or 'no version yet'}"
        for row in known
        for hole in row.get("vulns", ())
    )
    return Outcome(len(known), len(rows) - len(known), holes)


def ask() -> str:
    """Run pip-audit on the locked dependencies; what it wrote, or nothing."""
    program = Path(sys.executable).with_name("pip-audit")
    try:
        done = subprocess.run(
            [program, *COMMAND], capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


if __name__ == "__main__":
    found = judge(ask())
    sys.stdout.write(found.sentence + "\n")
    sys.exit(found.code(strict="--strict" in sys.argv))
