"""Files and functions stay small enough to read."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 200
LONGEST_FUNCTION = 40
FILES = sorted(
    path
    for folder in ("quiz", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "versions" not in path.parts
)


def test_every_file_can_be_read_in_one_go() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {str(path): lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_every_function_fits_on_a_screen() -> None:
    long = {
        f"{path}:{node.name}": lines
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}
