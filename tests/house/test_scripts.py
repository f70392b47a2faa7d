"""Scripts are read by browsers of 2019: they parse as ECMAScript 2017."""

import subprocess
from pathlib import Path

import playwright
import pytest

from quiz.config.paths import STATIC

# The browser driver brings Node along, and Node a parser that can be told how old it is.
NODE = Path(playwright.__file__).parent / "driver" / "node"
PARSE = """
const { parse } = require('internal/deps/acorn/acorn/dist/acorn');
parse(require('fs').readFileSync(0, 'utf8'), { ecmaVersion: 2017, sourceType: 'module' });"""
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
NEWER = ["a?.b", "a ?? b", "try {} catch {}", "class A { b = 1 }", "({...a})", "import('a')"]


def _parses(source: str) -> bool:
    command = [str(NODE), "--expose-internals", "-e", PARSE]
    done = subprocess.run(command, input=source, text=True, capture_output=True, check=False)
    assert done.returncode == 0 or "SyntaxError" in done.stderr, done.stderr
    return done.returncode == 0


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_holds_nothing_that_an_old_browser_cannot_read(path: Path) -> None:
    assert _parses(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", NEWER)
def test_what_is_newer_would_be_found(source: str) -> None:
    assert not _parses(source)
