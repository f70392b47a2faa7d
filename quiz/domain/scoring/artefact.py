"""The stored model: JSON text with a checksum. What is off is refused with its own clear line."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quiz.config import paths
from quiz.config.whole_file import write_whole
from quiz.domain.scoring.errors import (
    ChecksumError,
    ModelBrokenError,
    ModelFieldError,
    ModelFormatError,
    ModelMissingError,
)
from quiz.domain.scoring.layout import contents_of, model_from
from quiz.domain.scoring.model import Model
from quiz.domain.spreadsheets.whole import read_whole

FORMAT = 1
LARGEST_MODEL = 4 << 20  # bytes


def write_model(model: Model, path: Path) -> None:
    """Write the model; the same model always gives the same bytes, and never half of them."""
    contents = contents_of(model)
    lines = [
        f'{{"format": {FORMAT},',
        f'"checksum": "{_checksum(contents)}",',
        '"model": {',
        ",\n".join(f'"{name}": {_readable(value)}' for name, value in contents.items()),
        "}}",
    ]
    write_whole({path: ("\n".join(lines) + "\n").encode()})


def read_model(path: Path | str | None = None) -> Model:
    """The model stored at `path` (default models/worlds.json), or raise a ModelError.

    The contents are checked first and the checksum last, so that the message names what is wrong.
    """
    path = Path(path or paths.MODELS / "worlds.json")
    document = _document(path)
    if document.get("format") != FORMAT:
        raise ModelFormatError(
            f"{path.name}: format is {document.get('format')!r}, this code reads {FORMAT}; "
            "run `quiz train`"
        )
    if not isinstance(document.get("model"), dict):
        raise ModelFieldError(f"{path.name}: holds no model; run `quiz train`")
    model = model_from(document["model"])
    if document.get("checksum") != _checksum(document["model"]):
        raise ChecksumError(
            f"{path.name}: was changed after training (wrong checksum); put the file back or "
            "run `quiz train`"
        )
    return model


def model_version(model: Model) -> str:
    """A short name of the model that changes with anything in it."""
    return f"{FORMAT}-{_checksum(contents_of(model))[:12]}"


def _document(path: Path) -> Mapping[str, Any]:
    try:
        document = json.loads(read_whole(path, LARGEST_MODEL))
    except FileNotFoundError:
        raise ModelMissingError(f"{path}: there is no model; run `quiz train`") from None
    except (OSError, ValueError, RecursionError) as error:
        why = " ".join(str(error).split())
        raise ModelBrokenError(f"{path.name}: cannot be read as JSON ({why})") from None
    if not isinstance(document, dict):
        raise ModelFieldError(f"{path.name}: holds no named values; run `quiz train`")
    return document


def _checksum(contents: Mapping[str, Any]) -> str:
    """SHA-256 (hex) over the contents in one canonical spelling."""
    return hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()


def _readable(value: object) -> str:
    """Spell a list with one entry per line, so that differences between models can be read."""
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[\n" + ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in value) + "]"
