"""What goes into the matching (a pupil) and what comes out: data only, the web makes sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quiz.domain.catalogue.matching.ladder import Rung


@dataclass(frozen=True)
class Pupil:
    """What the matching knows of a pupil, and all it may know.

    `probabilities`: world id to 0..1; `worlds`: the worlds that are shown, best first (at most
    three count); `school_type` and `year` as the pupil said; `municipality`: a code, or None;
    `likes`: tag to 0..1, what they liked within the worlds (.5 is neither; see `likes_of`).
    """

    probabilities: Mapping[str, float]
    worlds: tuple[str, ...]
    school_type: str
    year: int | None = None
    municipality: str | None = None
    likes: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Venue:
    """Where a programme is given: institution and municipality, about `distance_km` away.

    `modes`: bol, bbl, voltijd, deeltijd, duaal. `place_confirmed` is False when the institution
    gives it but this location is only likely. `page` is the institution's own page about the
    programme, else its site; `open_days` its page about open days; both may be empty.
    """

    institution_id: str
    institution: str
    website: str
    place: str
    municipality: str
    distance_km: int
    modes: tuple[str, ...]
    source_url: str
    checked_on: date | None
    confirmed: bool
    place_confirmed: bool
    page: str = ""
    open_days: str = ""


@dataclass(frozen=True)
class Suggestion:
    """One card: a programme, company or event with the reason why this pupil sees it.

    `kind`: a programme kind, "company", or "event". `world` is the reason and `rank` (1..3) its
    place in the pupil's own order; `fit` (0..1) is how well the row suits that world and the
    others that are shown.
    `level`, `register`, `code` and `venues` (nearest first) are empty for companies and events,
    `event_kind`, `scope` and `months` are empty for all but events. Companies have a place of
    their own; events as well, unless national. `for_everybody` is False where only girls come.
    `distance_km` is None when home or place is unknown. `checked_on` is when the source was last
    looked at: the web decides what is old.
    """

    id: str
    kind: str
    name_nl: str
    name_en: str
    description_nl: str
    description_en: str
    world: str
    rank: int
    fit: float
    source_url: str
    checked_on: date | None
    confirmed: bool
    level: str = ""
    register: str = ""
    code: str = ""
    venues: tuple[Venue, ...] = ()
    place: str = ""
    distance_km: int | None = None
    website: str = ""
    event_kind: str = ""
    scope: str = ""
    months: tuple[int, ...] = ()
    for_everybody: bool = True

    def name(self, language: str) -> str:
        """The name in English ("en") or else in Dutch."""
        return self.name_en if language == "en" else self.name_nl

    def description(self, language: str) -> str:
        """The description in English ("en") or else in Dutch; some events have none."""
        return self.description_en if language == "en" else self.description_nl

    @property
    def institution(self) -> str:
        """The institution of the nearest venue, or nothing."""
        return self.venues[0].institution if self.venues else ""

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes at the nearest venue."""
        return self.venues[0].modes if self.venues else ()


@dataclass(frozen=True)
class NextSteps:
    """A pupil's ladder, best first in each list, and where our list is honestly short.

    `rung` says which levels belong to each step, also when a list is empty. `thin`: hardly any
    programme for now and next. `few_near`: a home is known, but few companies or no place of a
    programme near it. `missing_worlds`: top worlds without a programme in now or next.
    """

    programmes_now: tuple[Suggestion, ...]
    programmes_next: tuple[Suggestion, ...]
    programmes_later: tuple[Suggestion, ...]
    companies: tuple[Suggestion, ...]
    events: tuple[Suggestion, ...]
    rung: Rung
    thin: bool
    few_near: bool
    missing_worlds: tuple[str, ...]
