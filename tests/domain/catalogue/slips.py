"""Content of the product with one slip in it, in a folder of the test."""

from pathlib import Path

from quiz.config import paths


def with_a_slip(folder: Path, file: str, written: str, instead: str) -> None:
    """A file of questions/ as somebody might leave it: the first of what is written, changed."""
    text = (paths.QUESTIONS / file).read_text(encoding="utf-8")
    assert written in text
    (folder / file).write_text(text.replace(written, instead, 1), encoding="utf-8")
