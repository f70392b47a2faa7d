"""Reading a small file in one go, and no file that is not small."""

import errno
from pathlib import Path


class TooLargeError(OSError):
    """A file that is larger than any of its kind should be."""

    def __init__(self, path: Path, most: int) -> None:
        """Say it as the operating system says why a file cannot be read."""
        super().__init__(errno.EFBIG, f"larger than {most >> 10} kB", str(path))


def read_whole(path: Path, most: int = 256 << 10) -> str:
    """The text of a file; OSError or UnicodeDecodeError when that cannot be.

    `most`: bytes. What a program makes of a text takes up to a thousand times as much.
    """
    with path.open("rb") as source:
        content = source.read(most + 1)
    if len(content) > most:
        raise TooLargeError(path, most)
    return content.decode("utf-8")
