"""docs/operations.md names every setting, and no other."""

import re
from pathlib import Path

from quiz.cli.doctor.mail import send_report
from quiz.config import Settings
from tests.conftest import SECRETS

OPERATIONS = Path(__file__).parents[2] / "docs" / "operations.md"


class Noticing(dict[str, str]):
    """An environment that remembers what was asked of it."""

    def __init__(self, values: dict[str, str]) -> None:
        super().__init__(values)
        self.asked: set[str] = set()

    def get(self, name: str, default: str | None = None) -> str | None:  # type: ignore[override]
        """Note the name and answer as any environment does."""
        self.asked.add(name)
        return super().get(name, default)


def test_the_operations_page_lists_exactly_the_variables_that_are_read() -> None:
    Settings.from_environment(
        environment := Noticing({name.upper(): value for name, value in SECRETS.items()})
    )
    send_report(environment, [], "what only quiz doctor reads, whatever else is wrong")
    found = re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS.read_text("utf-8"), re.MULTILINE)
    assert set(found) == environment.asked
