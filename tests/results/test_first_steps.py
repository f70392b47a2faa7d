"""What stands among the first steps is open to everybody who reads it."""

from quiz.domain.catalogue.files.load import load_catalogue
from quiz.results.first_steps import FOR_GIRLS


def test_every_day_for_girls_is_known_as_one() -> None:
    """A day that invites girls only says so; such a row must be on the list, and the list true."""
    events = load_catalogue().events
    said = {
        f"event/{row.id}" for row in events.values() if "meiden" in row.description_nl.casefold()
    }
    assert said == FOR_GIRLS
