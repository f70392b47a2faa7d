"""The demonstration with its invented school, made ready once for all servers of a process."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

QUIZ = Path(sys.executable).with_name("quiz")
OWN_SETTINGS = ("DATABASE_URL", "SECRET_KEY", "CODE_KEY", "REDIS_URL", "BASE_URL")


@cache
def demonstration() -> tuple[Path, bytes]:
    """A folder to copy, in which `quiz demo` made all ready, and what it said."""
    folder = Path(tempfile.mkdtemp(prefix="quiz-demonstration-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    own = {**own_environment(), "DATA_DIR": str(folder)}
    words = [str(QUIZ), "demo", "--prepare", "--empty"]
    made = subprocess.run(words, env=own, check=True, capture_output=True)
    return folder, made.stdout


def own_environment() -> dict[str, str]:
    """The environment without settings of a quiz that somebody runs here."""
    return {name: value for name, value in os.environ.items() if name not in OWN_SETTINGS}
