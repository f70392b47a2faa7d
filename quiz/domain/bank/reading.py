"""Reads YAML into plain values and says in one line what is wrong with them.

Content is written by people who cannot code, so each refusal names the file, the place in it
and what to do. A key that stands twice is refused too: YAML itself would drop the first one.
"""

import re
from collections.abc import Collection, Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from quiz.domain.bank.schema import BankError
from quiz.domain.spreadsheets.whole import read_whole

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
DEEPEST = 50  # lists in lists; ours have seven


class _StrictLoader(yaml.CSafeLoader):
    """Loads plain values only, and refuses a mapping that holds a key twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys: list[Any] = [self.construct_object(key, deep=True) for key, _ in node.value]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                raise BankError(f"{key} stands in the file twice; keep one of them")
        return super().construct_mapping(node, deep)


class Location:
    """Where we are in the content: `bank.yaml, brace`. Makes every refusal sound the same."""

    def __init__(self, name: str) -> None:
        self.name = name

    def at(self, inner: object) -> "Location":
        """Go one step deeper, for example into one question of a file."""
        return Location(f"{self.name}, {inner}")

    def refuse(self, problem: str) -> BankError:
        """Make the error to raise: this place, and what is wrong and what to do."""
        return BankError(f"{self.name}: {problem}")

    def mapping(self, value: object) -> dict[Any, Any]:
        """The value as a mapping that is not empty."""
        if not isinstance(value, dict) or not value:
            raise self.refuse("must hold named values (name: value)")
        return value

    def fields(self, value: object, names: Iterable[str]) -> dict[str, Any]:
        """The value as a mapping with exactly these names."""
        found = self.mapping(value)
        wanted = tuple(names)
        missing = [name for name in wanted if name not in found]
        strange = [str(name) for name in found if name not in wanted]
        if missing:
            raise self.refuse(f"lacks {', '.join(missing)}; add it")
        if strange:
            raise self.refuse(f"has {', '.join(strange)}, which means nothing here; remove it")
        return found

    def entries(self, value: object) -> list[Any]:
        """The value as a list that is not empty."""
        if not isinstance(value, list) or not value:
            raise self.refuse("must be a list with at least one entry (- entry)")
        return value

    def text(self, value: object) -> str:
        """The value as text that is not empty, without blanks around it."""
        if not isinstance(value, str) or not value.strip():
            raise self.refuse(f"must be text, not {value!r}; put it between quotes")
        return " ".join(value.split())

    def texts(self, value: object) -> tuple[str, ...]:
        """The value as a list of texts."""
        return tuple(self.text(entry) for entry in self.entries(value))

    def texts_by_name(self, value: object) -> dict[str, str]:
        """The value as a mapping from names to texts."""
        return {
            self.text(name): self.at(name).text(text) for name, text in self.mapping(value).items()
        }

    def new_id(self, value: object, taken: Collection[str]) -> str:
        """An id that works as a form field and as part of an address, and is not taken yet."""
        name = self.text(value)
        if not _SLUG.fullmatch(name):
            raise self.at(name).refuse("an id holds only a-z, 0-9 and single hyphens; rename it")
        if name in taken:
            raise self.at(name).refuse("this id stands there twice; give one of them another id")
        return name

    def whole(self, value: object) -> int:
        """The value as a whole number."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.refuse(f"must be a whole number, not {value!r}")
        return value

    def one_of(self, value: object, allowed: Iterable[object]) -> Any:
        """The value, when it is one of those allowed."""
        choices = tuple(allowed)
        if value not in choices:
            listed = ", ".join(str(choice) for choice in choices)
            raise self.refuse(f"{value!r} is not known; choose from {listed}")
        return value


def _refuse_deep(text: str) -> None:
    """Refuse lists in lists in lists: thousands of them end the process while it loads them."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise BankError(f"is more than {DEEPEST} levels deep; make it flatter")


def read_yaml(folder: Path, name: str) -> tuple[Location, Mapping[str, Any] | list[Any]]:
    """One file's place and content; BankError when it is missing or not YAML."""
    try:
        text = read_whole(folder / name)
        _refuse_deep(text)
        content = yaml.load(text, Loader=_StrictLoader)  # noqa: S506
    except OSError as error:
        why = (error.strerror or "no reason given").lower()
        raise BankError(f"{name}: cannot be read in {folder} ({why}); put it back") from None
    except UnicodeDecodeError:
        raise BankError(f"{name}: is not saved as UTF-8; save it again as UTF-8") from None
    except yaml.YAMLError as error:
        why = " ".join(str(error).split())
        raise BankError(f"{name}: is not valid YAML, mend it ({why})") from None
    except BankError as error:
        raise BankError(f"{name}: {error}") from None
    return Location(name), content
