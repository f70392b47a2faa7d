"""The sober picture of a profile: for each world a mean, an interval and a place."""

from flask_babel import format_decimal

from quiz.blueprints.counsellor.view_models import ChartRow
from quiz.domain.scoring.profile import Profile
from quiz.domain.talk.ties import SharedRank, places
from quiz.results.view_models import ShownResult, WorldRow
from quiz.web.pages.languages import translate as _

# The drawing reaches from this far below to this far above the pupil's own mean.
REACH = 3.0
# So many standard deviations to each side hold 80 % of a normal distribution.
EIGHT_IN_TEN = 1.2816


def chart(profile: Profile, shown: ShownResult) -> tuple[ChartRow, ...]:
    """The worlds in order."""
    rows = {row.id: row for row in shown.rows}
    return tuple(_row(profile, place, rows[place.world]) for place in places(profile))


def signed(number: float, digits: int = 1) -> str:
    """A number with its sign and so many decimals, as this language writes it: +0,4."""
    rounded = round(number, digits)
    text = str(format_decimal(abs(rounded), f"0.{'0' * digits}"))
    return f"+{text}" if rounded > 0 else f"−{text}" if rounded < 0 else text


def _row(profile: Profile, place: SharedRank, row: WorldRow) -> ChartRow:
    interest = profile.standing[place.world]
    doubt = EIGHT_IN_TEN * profile.uncertainty[place.world]
    return ChartRow(
        id=row.id,
        name=row.name,
        place=_("gelijk op %(number)s", number=place.number) if place.shared else str(place.number),
        shared=place.shared,
        interest=row.interest,
        certainty=row.certainty,
        figure=_(
            "%(mean)s, van %(low)s tot %(high)s",
            mean=signed(interest),
            low=signed(interest - doubt),
            high=signed(interest + doubt),
        ),
        middle=_on_paper(interest),
        low=_on_paper(interest - doubt),
        high=_on_paper(interest + doubt),
    )


def _on_paper(number: float) -> float:
    """Where a number lies in the drawing, 0 to 100."""
    return round(min(100.0, max(0.0, 50 + 50 * number / REACH)), 1)
