"""Two releases of this code for trying: the second has another version and one more migration.

    python -m tests.cli.upgrade.wheels FOLDER

makes FOLDER/old and FOLDER/newer, for scripts/walk.sh.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
OLD, NEWER = "0.1.0", "0.2.0"
OF_WHEEL = (
    *("quiz", "questions", "models", "templates", "static", "deploy", "scripts"),
    *("requirements", "pyproject.toml", "README.md"),
)
MIGRATION = '''"""A table of the newer version."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "try_newer", "{before}"
branch_labels = depends_on = None


def upgrade() -> None:
    op.create_table("of_newer", sa.Column("number", sa.Integer, primary_key=True))


def downgrade() -> None:
    op.drop_table("of_newer")
'''


def release(folder: Path, version: str, *, migrates: bool = False, broken: bool = False) -> Path:
    """Build a release of this code in a folder: its wheel, with install.sh and checksums beside.

    `broken`: its migration fails.
    """
    source, dist = folder / f"source-{version}", folder / "dist"
    source.mkdir(parents=True)
    for name in OF_WHEEL:
        _copy(ROOT / name, source / name)
    project = source / "pyproject.toml"
    text = re.sub(r'^version = ".*"', f'version = "{version}"', project.read_text(), flags=re.M)
    project.write_text(text, encoding="utf-8")
    if migrates:
        _add_migration(source / "quiz/storage/migrations/versions", broken=broken)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", dist, source],
        check=True,
        capture_output=True,
    )
    shutil.rmtree(source)
    shutil.copy(ROOT / "deploy/install.sh", dist)
    return _with_checksums(dist)


def _copy(here: Path, there: Path) -> None:
    if here.is_dir():
        shutil.copytree(here, there, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(here, there)


def _add_migration(versions: Path, *, broken: bool) -> None:
    last = sorted(versions.glob("0*.py"))[-1].read_text(encoding="utf-8")
    (before,) = re.findall(r'^revision(?:: str)? = "(\w+)"', last, re.MULTILINE)
    text = MIGRATION.replace("{before}", before)
    if broken:
        text = text.replace('op.create_table("of_newer"', 'op.drop_table("nothing"')
        text = text.replace(', sa.Column("number", sa.Integer, primary_key=True)', "")
    (versions / "9999_newer.py").write_text(text, encoding="utf-8")


def _with_checksums(dist: Path) -> Path:
    (wheel,) = dist.glob("*.whl")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    (dist / "SHA256SUMS").write_text(f"{digest}  {wheel.name}\n", encoding="utf-8")
    return wheel


if __name__ == "__main__":
    place = Path(sys.argv[1])
    for name, version in (("old", OLD), ("newer", NEWER)):
        made = release(place / f"making-{name}", version, migrates=version == NEWER)
        shutil.copytree(made.parent, place / name)
        shutil.rmtree(place / f"making-{name}")
