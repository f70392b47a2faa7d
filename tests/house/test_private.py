"""Nothing private of a library is used or overridden: a small release of theirs may change it."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import quiz

ROOT = Path(__file__).parents[2]
# What has a leading underscore and is meant for users, in the documents of its library.
DOCUMENTED = {"_mapping", "_asdict", "_replace", "_fields"}


def classes() -> Iterator[type]:
    """Every class of ours that can be imported."""
    for module in pkgutil.walk_packages(quiz.__path__, "quiz."):
        if not module.name.startswith("quiz.storage.migrations."):
            found = vars(importlib.import_module(module.name)).values()
            yield from (each for each in found if inspect.isclass(each) and is_ours(each))


def is_ours(thing: object) -> bool:
    return str(getattr(thing, "__module__", "")).partition(".")[0] == "quiz"


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in DOCUMENTED


def test_no_class_overrides_what_is_private_in_its_library() -> None:
    overridden = {
        f"{each.__name__}.{name}"
        for each in classes()
        for name, value in vars(each).items()
        if is_private(name) and inspect.isfunction(value) and is_ours(value)
        if any(name in vars(base) for base in each.__mro__ if not is_ours(base))
    }
    assert overridden == set()


def private_of_others(tree: ast.Module) -> Iterator[str]:
    """What a file asks by a private name: of an object that is not its own, or of a library."""
    own = {each.name for each in ast.walk(tree) if isinstance(each, ast.ClassDef | ast.FunctionDef)}
    own |= {
        each.attr for each in ast.walk(tree) if isinstance(each, ast.Attribute) and at_self(each)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in own:
            yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"import {each.name}" for each in node.names if is_private(each.name))


def at_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}


def test_no_file_asks_a_library_for_what_is_private() -> None:
    asked = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "quiz").rglob("*.py"))
        for name in private_of_others(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert asked == set()


def test_no_hook_of_a_library_is_taken_off_again() -> None:
    lists = ("before_request_funcs", "after_request_funcs", "teardown_request_funcs")
    files = (path.read_text(encoding="utf-8") for path in (ROOT / "quiz").rglob("*.py"))
    assert not [name for text in files for name in lists if name in text]
