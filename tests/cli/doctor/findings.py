"""Reading what doctor said."""

import json
from collections.abc import Mapping

from click.testing import Result


def found(result: Result) -> Mapping[str, list[Mapping[str, str]]]:
    """What doctor said with --json, by subject."""
    by_subject: dict[str, list[Mapping[str, str]]] = {}
    for each in _told(result):
        by_subject.setdefault(each["subject"], []).append(each)
    return by_subject


def wrongs(result: Result) -> Mapping[str, str]:
    """What is wrong: the last text of each subject."""
    return {each["subject"]: each["text"] for each in _told(result) if each["mark"] == "wrong"}


def _told(result: Result) -> list[Mapping[str, str]]:
    """Behind what a server in the same process logged."""
    told: list[Mapping[str, str]] = json.loads(result.stdout[result.stdout.index("[\n") :])
    return told
