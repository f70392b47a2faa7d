"""A file that somebody asked for appears whole, or stays what it was."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Where to write: a draft that takes the place of `target` when all went well, else goes.

    What is no file (/dev/stdout, a pipe) is written itself: a file in its place would end it.
    """
    if target.exists() and not target.is_file():
        yield target
        return
    place = target.resolve()  # a link goes on leading there
    draft = place.with_name(f".{place.name}.draft")
    try:
        yield draft
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together: where one cannot be, the others stay what they were."""
    with ExitStack() as every:
        places = {every.enter_context(whole_file(file)): file for file in contents}
        for place, file in places.items():
            place.write_bytes(contents[file])
