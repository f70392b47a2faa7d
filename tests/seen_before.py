"""What was judged well once in this run, by whichever worker: nobody needs to judge it again."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path


class SeenBefore:
    """Kinds of things, each told by its shape, of which one stands for all."""

    def __init__(self, name: str) -> None:
        """`name` tells these things from others that are judged in the same run."""
        self._name = name
        self._known: set[str] = set()

    def knows(self, shape: str) -> bool:
        """Whether it was judged, here or in another worker."""
        key = _key(shape)
        if key not in self._known and (self._folder / key).exists():
            self._known.add(key)
        return key in self._known

    def note(self, shape: str) -> None:
        """From now on it is known to be good."""
        self._known.add(_key(shape))
        (self._folder / _key(shape)).touch()

    @property
    def _folder(self) -> Path:
        """Where the workers of one run tell each other; a process of its own tells only itself."""
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"process-{os.getpid()}")
        folder = Path(tempfile.gettempdir()) / f"zeven-werelden-{self._name}-{run}"
        folder.mkdir(exist_ok=True)
        return folder


def _key(shape: str) -> str:
    return sha256(shape.encode()).hexdigest()
