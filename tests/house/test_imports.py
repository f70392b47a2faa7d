"""Who may import whom (docs/adr/0026), and what the web process never carries along."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_house_keeps_its_import_direction() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_web_process_carries_no_training_libraries() -> None:
    code = (
        "import sys, quiz.app; "
        "print(sorted({'sklearn', 'scipy', 'quiz.lab.training', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
