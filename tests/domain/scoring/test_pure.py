"""The engine is pure and light: it drags no training library and no web library along."""

import subprocess
import sys


def test_importing_the_engine_loads_neither_training_nor_web_libraries() -> None:
    code = (
        "import sys, quiz.domain.scoring; "
        "heavy = {'sklearn', 'scipy', 'flask', 'sqlalchemy', 'quiz.lab', 'yaml'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
