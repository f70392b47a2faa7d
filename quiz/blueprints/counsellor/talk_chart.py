"""The sober picture of a profile: for each world a mean, an interval and a place."""

from quiz.blueprints.counsellor.view_models import ChartRow
from quiz.domain.scoring.certainty import EIGHT_IN_TEN, SharedRank, places
from quiz.domain.scoring.profile import Profile
from quiz.results.view_models import ShownResult, WorldRow
from quiz.web.pages.figures import in_drawing, signed
from quiz.web.pages.languages import translate as _

# The drawing reaches from this far below to this far above the pupil's own mean.
REACH = 3.0


def chart(profile: Profile, shown: ShownResult) -> tuple[ChartRow, ...]:
    """The worlds in order."""
    rows = {row.id: row for row in shown.rows}
    return tuple(_row(profile, place, rows[place.world]) for place in places(profile))


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
        middle=in_drawing(interest, REACH),
        low=in_drawing(interest - doubt, REACH),
        high=in_drawing(interest + doubt, REACH),
    )
