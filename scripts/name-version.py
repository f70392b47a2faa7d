"""Give what stands under [Unreleased] in CHANGELOG.md a version and a day, and pyproject.toml too.

    python scripts/name-version.py 0.2.0

What was named before stays as it is. Refuses a version that is none, and a part with nothing in it.
"""

import re
import sys
import time
from pathlib import Path

CHANGES, PROJECT = Path("CHANGELOG.md"), Path("pyproject.toml")
UNRELEASED = "## [Unreleased]\n"


def main(version: str) -> None:
    """Write both, or stop with one line and write nothing."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        sys.exit(f"Error: {version} is no version such as 0.2.0")
    changes = CHANGES.read_text(encoding="utf-8")
    if f"## [{version}]" not in changes:
        before, _, after = changes.partition(UNRELEASED)
        if "\n- " not in after.partition("\n## [")[0]:
            sys.exit("Error: nothing stands under [Unreleased] in CHANGELOG.md")
        day = time.strftime("%Y-%m-%d")
        changes = f"{before}{UNRELEASED}\n## [{version}] - {day}\n{after}"
    project = PROJECT.read_text(encoding="utf-8")
    project = re.sub(r'^version = ".*"$', f'version = "{version}"', project, count=1, flags=re.M)
    CHANGES.write_text(changes, encoding="utf-8")
    PROJECT.write_text(project, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:2] or [""])
