"""Who gets in where: the committed matrix is what the app does, and says what it must say."""

from collections.abc import Iterator

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


def test_each_word_follows_from_the_audience() -> None:
    for method, rule, seen in ROWS:
        for who, word in seen.items():
            assert word in _allowed(AUDIENCES[method, rule], who.split("-")[0]), (rule, who)


SHARED = {"screen": ("teacher",), "school": ("teacher", "counsellor")}


def _allowed(audience: str, role: str) -> tuple[str, ...]:
    """What somebody may find at a route for this audience."""
    if audience in ("anyone", "data", "embedded"):
        return (OPEN,)
    if audience == "pupil":
        return (OPEN, NO_ATTEMPT)
    if role in ("stranger", "pupil"):
        return (SIGN_IN,)
    # Without a pass a screen is its teacher's: see test_screen_all_day.py.
    is_theirs = audience in (role, "staff") or role in SHARED.get(audience, ())
    return (OPEN, HIDDEN) if is_theirs else (HIDDEN,)


def test_a_thing_with_a_number_is_open_to_its_owner_and_whom_they_let_in() -> None:
    owners = {
        "/klassen/<int:class_id>": {"teacher", "teacher-also"},
        "/collegas/klassen/<int:class_id>": {"admin"},
        "/school/klassen/<int:class_id>": {"counsellor"},
        "<int:staff_id>": {"admin"},
        "<int:invitation_id>": {"admin"},
        "<long:share_id>": {"counsellor"},
        "<long:request_id>": {"counsellor"},
        "<int:item_id>": {"coordinator"},
    }
    for _method, rule, seen in ROWS:
        for part, owner in owners.items():
            if rule.startswith(part) or (part[0] == "<" and part in rule):
                others = {who: word for who, word in seen.items() if who not in owner}
                assert OPEN not in others.values(), (rule, others)


# The first takes a picture of ten pupils (test_our_school.py), the other a demonstration.
NOT_IN_THIS_WORLD = {"/school/klassen/<int:class_id>", "/demonstratie"}


def test_each_route_opens_for_somebody() -> None:
    closed = {rule for _method, rule, seen in ROWS if OPEN not in seen.values()}
    assert closed <= NOT_IN_THIS_WORLD
