"""A row as others read it: each field has its Dutch name and says what it is, once, in its class.

JSON, CSV and the OpenAPI document all follow from the same class, so they cannot part.
"""

from collections.abc import Hashable, Mapping
from dataclasses import field, fields
from datetime import date
from functools import cache
from typing import Any, get_args, get_type_hints

BETWEEN, WITHIN = ";", ":"
_YES, _NO = "ja", "nee"
_LINK = {"type": "string", "format": "uri"}
_KINDS: Mapping[Any, Mapping[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}


def told(name: str, about: str, *, one_of: tuple[str, ...] = (), link: bool = False) -> Any:
    """A field with the name that others read; `one_of`: the words that it may hold."""
    return field(metadata={"name": name, "about": about, "one_of": one_of, "link": link})


def as_json(row: Any) -> dict[str, Any]:
    """A row as JSON has it, in the order of its class."""
    return {name: _plain(getattr(row, own)) for own, name in _names(row.__class__)}


def as_cells(row: Any) -> list[str]:
    """A row as a line of a CSV file has it."""
    return [_cell(_plain(getattr(row, own))) for own, _name in _names(row.__class__)]


def headings(kind: type) -> list[str]:
    """The first line of a CSV file."""
    return [name for _own, name in _names(kind)]


@cache
def _names(kind: Hashable) -> tuple[tuple[str, str], ...]:
    """Each field by our own name and by the one that others read."""
    return tuple((part.name, part.metadata["name"]) for part in fields(kind))  # type: ignore[arg-type]


def schema_of(kind: type) -> dict[str, Any]:
    """A row as JSON Schema 2020-12 has it."""
    hints = get_type_hints(kind)
    parts = {
        part.metadata["name"]: _schema(hints[part.name], part.metadata) for part in fields(kind)
    }
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }


def _schema(hint: Any, about: Mapping[str, Any]) -> dict[str, Any]:
    args = get_args(hint)
    if type(None) in args:
        (inner,) = (arg for arg in args if arg is not type(None))
        schema = _schema(inner, about)
        return {**schema, "type": [schema["type"], "null"]}
    return {**_shape(hint, args, about), "description": about["about"]}


def _shape(hint: Any, args: tuple[Any, ...], about: Mapping[str, Any]) -> dict[str, Any]:
    if hint in _KINDS:
        one_of = {"enum": list(about["one_of"])} if about["one_of"] else {}
        return {**(_LINK if about["link"] else _KINDS[hint]), **one_of}
    if args[-1] is ...:
        return {"type": "array", "items": _shape(args[0], (), about)}
    return {"type": "object", "additionalProperties": _shape(args[1], get_args(args[1]), about)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Mapping):
        return BETWEEN.join(f"{key}{WITHIN}{_cell(part)}" for key, part in value.items())
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
