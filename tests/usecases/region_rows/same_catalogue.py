"""Whether two catalogues are the same, with all that was made of their rows for looking up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np


def differences(one: Any, other: Any, where: str = "") -> Iterator[str]:
    """Every place at which they differ."""
    parts = _parts(one), _parts(other)
    if isinstance(one, np.ndarray):
        same = np.array_equal(one, other)
    elif parts[0] is None or parts[1] is None:
        same = one == other
    else:
        same = list(parts[0]) == list(parts[1])
        for name in parts[0].keys() & parts[1].keys():
            yield from differences(parts[0][name], parts[1][name], f"{where}/{name}")
    if not same:
        yield f"{where}: {one!r:.200} is not {other!r:.200}"


def _parts(value: Any) -> Mapping[Any, Any] | None:
    """What a value consists of, in order; None for what is one thing."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return dict(enumerate(value))
    kind: Any = type(value)
    by_itself = kind.__eq__ is object.__eq__ and hasattr(value, "__dict__")
    return vars(value) if by_itself else None
