"""The lists that pupils get, as a page to read: docs/next-steps.md."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.evaluation import evaluation_lines
from quiz.domain.catalogue.evaluation.simulated import TOWNS, Case, cases
from quiz.domain.catalogue.matching.fit import is_about
from quiz.domain.catalogue.matching.parameters import FEW_PROGRAMMES
from quiz.domain.catalogue.matching.suggestion import Suggestion

_INTRODUCTION = """\
# Which next steps pupils get

Made by `quiz catalogue report docs/next-steps.md` from the files of this product; a test keeps it
up to date. Every row is an invented pupil for whom one world is clear (55 %); the towns lie in the
three seed regions ({regions}) and one far from them. Names are Dutch, as pupils see them.

**Now** and **next** are programmes on the pupil's own ladder, with the distance to the nearest
place that we know. *Later*, companies and events come on top of that. A row with fewer than
{few} programmes for now and next says why. Havo and vwo profiles have no rows with a source: a
pupil reads about the four profiles in words, and primary school about the school types.

Would a decaan sign this? The lists in questions/signed say which programmes may stand among the
first three for a pupil who likes exactly one subject of a world, and which never. `make signed`
holds them against every subject, school type and eight towns, and shows the share that holds;
`make signed SIGNED=--faults` shows what does not.

The same as figures, from `quiz catalogue evaluate`: the median number of programmes for now and
next over the seven worlds, the share of them with a place in reach and the median distance (km),
the number of levels among them, companies and events, and the worlds with too few.

```text
{figures}
```
"""


def report(catalogue: Catalogue) -> str:
    """The whole page as Markdown."""
    regions = [
        catalogue.regions[catalogue.municipalities[town].app_region_id].name for town in TOWNS[:3]
    ]
    parts = [
        _INTRODUCTION.format(
            regions=", ".join(regions),
            few=FEW_PROGRAMMES,
            figures="\n".join(evaluation_lines(catalogue)),
        )
    ]
    by_rung = groupby(cases(catalogue), lambda case: (case.school_type, case.year))
    for (school_type, year), found in by_rung:
        parts.append("\n".join(_section(catalogue, f"{school_type}, from year {year}", found)))
    return "\n".join(parts) + "\n"


def _section(catalogue: Catalogue, title: str, found: Iterable[Case]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| world | town | now | next | later, companies, events |"
    yield "| --- | --- | --- | --- | --- |"
    for case in found:
        now, after = (
            _names(cards) for cards in (case.steps.programmes_now, case.steps.programmes_next)
        )
        cells = (case.world, _town(catalogue, case), now, after, _rest(catalogue, case))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _town(catalogue: Catalogue, case: Case) -> str:
    return catalogue.municipalities[case.town].name


def _names(cards: Sequence[Suggestion]) -> str:
    return "; ".join(_name(card) for card in cards) or "-"


def _name(card: Suggestion) -> str:
    where = "place not known" if card.distance_km is None else f"{card.distance_km} km"
    return f"{card.name_nl} ({card.level}, {where})"


def _rest(catalogue: Catalogue, case: Case) -> str:
    steps = case.steps
    counts = f"{len(steps.programmes_later)}, {len(steps.companies)}, {len(steps.events)}"
    return counts if case.enough else f"{counts}. *{_why(catalogue, case)}*"


def _why(catalogue: Catalogue, case: Case) -> str:
    """Say in one sentence why a list is short."""
    if case.school_type == "po":
        return "Short: the step is to choose a school type, told in words; profiles are examples."
    rung = case.steps.rung
    levels = [level for level in (*rung.now, *rung.next) if level in catalogue.shown_programmes]
    about = sum(
        is_about(row.worlds, case.world)
        for level in levels
        for row in catalogue.shown_programmes[level]
    )
    return (
        f"Short: with a source the catalogue holds {about} on {' and '.join(levels)} that "
        f"{'is' if about == 1 else 'are'} really about this world; the pupil is told so."
    )
