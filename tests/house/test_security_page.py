"""docs/security.md names every requirement of level 2, and only tests and files that exist."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/security.md").read_text(encoding="utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[\w./-]*)::(\w+)`", PAGE)))
ROWS = [line.split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d+\.\d+\.\d+", line)]
STATES = {"met", "partly", "not met", "n.a."}
# Sections of ASVS 4.0.3 with how many requirements they number, and which of those are deleted
# or belong to level 3 alone.
SECTIONS = {
    "1.1": 7, "1.2": 4, "1.4": 5, "1.5": 4, "1.6": 4, "1.7": 2, "1.8": 2, "1.9": 2, "1.10": 1,
    "1.11": 2, "1.12": 2, "1.14": 6, "2.1": 12, "2.2": 3, "2.3": 3, "2.4": 5, "2.5": 7, "2.6": 3,
    "2.7": 6, "2.8": 7, "2.9": 3, "2.10": 4, "3.1": 1, "3.2": 4, "3.3": 4, "3.4": 5, "3.5": 3,
    "3.7": 1, "4.1": 5, "4.2": 2, "4.3": 3, "5.1": 5, "5.2": 8, "5.3": 10, "5.4": 3, "5.5": 4,
    "6.1": 3, "6.2": 6, "6.3": 2, "6.4": 2, "7.1": 4, "7.2": 2, "7.3": 4, "7.4": 3, "8.1": 4,
    "8.2": 3, "8.3": 8, "9.1": 3, "9.2": 4, "10.2": 2, "10.3": 3, "11.1": 8, "12.1": 3, "12.2": 1,
    "12.3": 6, "12.4": 2, "12.5": 2, "12.6": 1, "13.1": 5, "13.2": 6, "13.3": 2, "13.4": 2,
    "14.1": 4, "14.2": 6, "14.3": 3, "14.4": 7, "14.5": 4,
}  # fmt: skip
DELETED = {"1.4.2", "1.4.3", "1.12.1", "4.1.4", "7.3.2", "13.1.2", "13.2.4", "14.3.1"}


def expanded(numbers: str) -> list[str]:
    """The numbers in a cell such as `1.1.1, 1.1.4–1.1.6`."""
    found = []
    for part in numbers.strip("| ").split(", "):
        first, _dash, last = part.partition("–")
        section, _dot, least = first.rpartition(".")
        most = (last or first).rpartition(".")[2]
        found += [f"{section}.{number}" for number in range(int(least), int(most) + 1)]
    return found


def test_every_requirement_of_level_2_is_walked_once() -> None:
    walked = Counter(number for row in ROWS for number in expanded(row[0]))
    wanted = {f"{name}.{one}" for name, most in SECTIONS.items() for one in range(1, most + 1)}
    assert set(walked) == wanted - DELETED
    assert walked.most_common(1)[0][1] == 1, walked.most_common(3)


def test_each_has_a_state_and_a_reason() -> None:
    for row in ROWS:
        assert len(row) == 4, row
        assert row[2] in STATES, row
        assert len(row[3]) > 5, row


def test_the_tests_that_it_names_exist() -> None:
    gone = [
        f"{path}::{name}"
        for path, name in TESTS
        if f"def {name}(" not in (ROOT / path).read_text(encoding="utf-8")
    ]
    assert gone == []


def test_what_is_not_met_is_said_at_the_end_as_well() -> None:
    weighed = PAGE.partition("## What falls short")[2]
    assert all(number in weighed for number in ("4.3.1", "11.1.4", "2.1.7", "3.3.2", "6.1.1"))


def test_it_says_which_standard_and_that_it_is_our_own_walk() -> None:
    assert "**4.0.3**, level 2" in PAGE
    assert "not an independent test" in PAGE
