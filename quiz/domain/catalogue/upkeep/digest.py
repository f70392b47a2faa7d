"""What a row looked like, as one short word in a form: it tells whether the row changed."""

import json
from collections.abc import Mapping
from hashlib import sha256

LENGTH = 32


def digest_of(cells: Mapping[str, str], origin: str) -> str:
    """The same for the same cells and origin, and for nothing else."""
    said = json.dumps([origin, sorted(cells.items())], ensure_ascii=False, separators=(",", ":"))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
