"""Who gets in where: the committed matrix is what the app does, and says what it must say."""

from collections.abc import Iterator

import pytest

from tests.house.access_matrix import FILE, HIDDEN, NO_ATTEMPT, OPEN, SIGN_IN, matrix
from tests.house.access_world import VISITORS
from tests.house.test_routes import LIST

Seen = dict[str, str]


def _committed() -> Iterator[tuple[str, str, Seen]]:
    for line in FILE.read_text(encoding="utf-8").splitlines()[1:]:
        method, rule, *words = line.split()
        yield method, rule, dict(zip(VISITORS, words, strict=True))


ROWS = list(_committed())
AUDIENCES = {
    (method, rule): audience
    for audience, methods, rule in (
        line.split() for line in LIST.read_text(encoding="utf-8").splitlines()
    )
    for method in methods.split(",")
}


def test_everybody_gets_in_exactly_where_the_committed_matrix_says() -> None:
    assert matrix() == FILE.read_text(encoding="utf-8"), "see tests/house/access_matrix.py"


def test_the_matrix_holds_every_route() -> None:
    assert {(method, rule) for method, rule, _seen in ROWS} == set(AUDIENCES)


@pytest.mark.parametrize(("method", "rule", "seen"), ROWS)
def test_each_word_follows_from_the_audience(method: str, rule: str, seen: Seen) -> None:
    # Without a pass a screen is its teacher's: see test_screen_all_day.py.
    audience = {"screen": "teacher"}.get(AUDIENCES[method, rule], AUDIENCES[method, rule])
    for who, word in seen.items():
        role = who.split("-")[0]
        without_account = role in ("stranger", "pupil")
        if audience == "anyone":
            assert word == OPEN, who
        elif audience == "pupil":
            assert word in (OPEN, NO_ATTEMPT), who
        elif without_account:
            assert word == SIGN_IN, who
        elif audience not in (role, "staff"):
            assert word == HIDDEN, who
        else:
            assert word in (OPEN, HIDDEN), who


@pytest.mark.parametrize(("method", "rule", "seen"), ROWS)
def test_a_thing_with_a_number_is_open_to_its_owner_alone(
    method: str, rule: str, seen: Seen
) -> None:
    owners = {
        "<int:class_id>": "teacher",
        "<int:staff_id>": "admin",
        "<int:invitation_id>": "admin",
        "<long:share_id>": "counsellor",
        "<long:request_id>": "counsellor",
    }
    for part, owner in owners.items():
        if part in rule:
            others = {who: word for who, word in seen.items() if who != owner}
            assert OPEN not in others.values(), others


@pytest.mark.parametrize(("method", "rule", "seen"), ROWS)
def test_each_route_opens_for_somebody(method: str, rule: str, seen: Seen) -> None:
    assert OPEN in seen.values()
