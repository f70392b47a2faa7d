"""How sharing ends: by the counsellor, by itself, with the attempt; and what stays."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.storage.tables.staff import Staff
from quiz.usecases.attempts.erase import erase_attempt
from quiz.usecases.attempts.errors import NoAttempt, NoShare
from quiz.usecases.retention import purge
from quiz.usecases.services import Services
from quiz.usecases.sharing.share import (
    confirm_share,
    end_share,
    withdraw_share,
)
from tests.usecases.attempts.pupils import row_counts
from tests.usecases.sharing.sharing import (
    MINUTES_30,
    ask,
    at,
    finished,
    share,
    share_now,
    shared_with,
    shares_of,
    stranger,
)

AUGUST = datetime(2027, 7, 31, 22, tzinfo=UTC)  # the first of August begins in Amsterdam


def test_the_counsellor_can_end_it(services: Services, pupil: int, decaan: Staff) -> None:
    share_id = share(services, pupil, decaan)
    with pytest.raises(NoShare):
        end_share(services, share_id, stranger(services).school_id)
    end_share(services, share_id, decaan.school_id)
    assert shares_of(services, pupil) == []
    with pytest.raises(NoShare):
        end_share(services, share_id, decaan.school_id)


@pytest.mark.parametrize(
    ("shared_at", "until"),
    [
        (datetime(2026, 9, 1, 9, tzinfo=UTC), AUGUST),
        (AUGUST - timedelta(seconds=1), AUGUST),
        (AUGUST, datetime(2028, 7, 31, 22, tzinfo=UTC)),
    ],
)
def test_it_ends_by_itself_on_the_first_of_august_at_the_latest(
    services: Services, pupil: int, decaan: Staff, shared_at: datetime, until: datetime
) -> None:
    then = at(services, shared_at)
    share_id = ask(then, pupil, decaan)
    assert [one.until for one in shares_of(then, pupil)] == [until]
    confirm_share(then, pupil, share_id)
    assert [one.until for one in shares_of(then, pupil)] == [until]
    over = at(services, until)
    assert not shares_of(over, pupil)
    assert not shared_with(over, decaan.school_id)
    with pytest.raises(NoShare):
        share_now(over, share_id, decaan.school_id)


def test_the_next_school_year_the_pupil_shares_anew(
    services: Services, pupil: int, decaan: Staff
) -> None:
    old = share(at(services, datetime(2026, 9, 1, tzinfo=UTC)), pupil, decaan)
    new = share(at(services, datetime(2027, 9, 1, tzinfo=UTC)), pupil, decaan)
    assert new != old
    assert row_counts(services.database)["share"] == 1


def test_without_a_class_a_pupil_shares_with_two_schools_apart(
    services: Services, pupil: int, decaan: Staff
) -> None:
    other = stranger(services)
    mine, theirs = share(services, pupil, decaan), share(services, pupil, other)
    assert len(shares_of(services, pupil)) == 2
    withdraw_share(services, pupil, mine)
    assert share_now(services, theirs, other.school_id).confirmed


def test_erasing_takes_every_trace_of_sharing(
    services: Services, pupil: int, decaan: Staff
) -> None:
    share_id = share(services, pupil, decaan)
    erase_attempt(services, pupil)
    assert shared_with(services, decaan.school_id) == []
    with pytest.raises(NoShare):
        share_now(services, share_id, decaan.school_id)
    for use in (confirm_share, withdraw_share):
        with pytest.raises(NoAttempt):
            use(services, pupil, share_id)
    counts = row_counts(services.database)
    assert (counts["share"], counts["share_code"]) == (0, 0)


def test_an_account_that_goes_leaves_the_share_with_the_school(
    services: Services, pupil: int, decaan: Staff
) -> None:
    share_id = share(services, pupil, decaan)
    with services.database.writing() as session:
        session.delete(session.get_one(Staff, decaan.id))
    assert share_now(services, share_id, decaan.school_id).confirmed


def test_purging_takes_what_is_over_and_nothing_else(services: Services, decaan: Staff) -> None:
    asked, shared = finished(services), finished(services)
    ask(services, asked, decaan)
    kept = share(services, shared, decaan)
    assert purge(services.database, services.clock() + MINUTES_30).shares == 1
    assert share_now(services, kept, decaan.school_id).confirmed
    counts = row_counts(services.database)
    assert (counts["share"], counts["share_code"], counts["attempt"]) == (1, 0, 2)
