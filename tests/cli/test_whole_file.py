"""A file that is asked for appears whole; what is no file is written to, and stays what it was."""

import os
from pathlib import Path

import pytest

from quiz.config.whole_file import whole_file, write_whole
from tests.cli.conftest import Quiz


def test_a_file_appears_whole_or_stays_what_it_was(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text("of before", "utf-8")
    with pytest.raises(UnicodeEncodeError), whole_file(file) as place:
        place.write_text("half \udcff", "utf-8")
    assert file.read_text("utf-8") == "of before"
    with whole_file(file) as place:
        place.write_text("whole", "utf-8")
    assert file.read_text("utf-8") == "whole"
    assert [each.name for each in tmp_path.iterdir()] == ["report.md"]


def test_files_that_belong_together_appear_together(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()  # where no file can come
    with pytest.raises(IsADirectoryError):
        write_whole({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert [each.name for each in tmp_path.iterdir()] == ["b"]
    write_whole({tmp_path / "a": b"one", tmp_path / "c": b"two"})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c"]


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link, file = tmp_path / "report.md", tmp_path / "folder" / "report.md"
    link.symlink_to(file)
    for text in ("first", "second"):
        with whole_file(link) as place:
            place.write_text(text, "utf-8")
        assert (link.is_symlink(), file.read_text("utf-8")) == (True, text)


@pytest.mark.parametrize(
    "words",
    [
        ("metrics", "--output"),
        ("score", "answers.csv", "--output"),
        ("validate", "--output"),
    ],
    ids=lambda words: words[0],
)
def test_a_pipe_is_written_to_and_stays_a_pipe(
    quiz: Quiz,
    upgraded: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    """As /dev/stdout and /dev/null are, which root could take away from the whole machine."""
    assert upgraded.exists()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answers.csv").write_text("pupil;techniek-maken-1\nDas;4\n", "utf-8")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    quiz(*words, str(pipe))
    assert pipe.is_fifo()
    assert words[0] == "score" or os.read(reader, 10)
    os.close(reader)
