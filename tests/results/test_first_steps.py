"""What stands among the first steps is open to everybody who reads it."""

from tests.real import real_catalogue


def test_every_day_that_invites_girls_only_is_known_as_one() -> None:
    """What the sentence says and what the column says are the same, so none is a first step."""
    events = real_catalogue().events.values()
    said = {row.id for row in events if "meiden" in row.description_nl.casefold()}
    assert said == {row.id for row in events if not row.for_everybody} != set()
