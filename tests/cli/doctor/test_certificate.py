"""A certificate that is renewed by itself is well, however short it lives."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.cli.doctor.certificate import judged
from quiz.cli.doctor.finding import Mark

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


def _written(moment: datetime) -> str:
    return moment.strftime("%b %d %H:%M:%S %Y GMT")


@pytest.mark.parametrize(
    ("life", "left", "mark", "told"),
    [
        (timedelta(days=365), timedelta(days=15), Mark.WELL, "another 15 days"),
        (timedelta(days=365), timedelta(days=13), Mark.WRONG, "ends in 13 days"),
        (timedelta(days=45), timedelta(days=12), Mark.WELL, "another 12 days"),
        (timedelta(days=45), timedelta(days=10), Mark.WRONG, "ends in 10 days"),
        (timedelta(hours=12), timedelta(hours=4), Mark.WELL, "another 4 hours"),
        (timedelta(hours=12), timedelta(hours=2), Mark.WRONG, "ends in 2 hours"),
        (timedelta(days=90), -timedelta(hours=1), Mark.WRONG, "ends in -1 days"),
    ],
)
def test_a_certificate_is_judged_by_its_own_life(
    life: timedelta, left: timedelta, mark: Mark, told: str
) -> None:
    ends = NOW + left
    shown = {"notBefore": _written(ends - life), "notAfter": _written(ends)}
    found = judged(shown, NOW)
    assert found.mark is mark
    assert told in found.text
