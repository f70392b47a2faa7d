"""The lists that pupils get, as a page to read: docs/next-steps.md."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.evaluation.evaluation import evaluation_lines
from quiz.domain.catalogue.evaluation.simulated import TOWNS, Case, cases
from quiz.domain.catalogue.matching.fit import is_about
from quiz.domain.catalogue.matching.parameters import ABOUT, FEW_PROGRAMMES
from quiz.domain.catalogue.matching.suggestion import Suggestion

_INTRODUCTION = """\
# Which next steps pupils get

Made by `quiz catalogue report docs/next-steps.md` from the files of this product; a test keeps it
up to date. Every row is an invented pupil for whom one world is clear and who likes no part of it
more than another; the towns lie in the three seed regions ({regions})
and one far from them. Names are Dutch, as pupils see them.

**Now** and **next** are programmes on the pupil's own ladder, with the distance to the nearest
place that we know. *Later*, companies and events come on top of that. A row with fewer than
{few} programmes for now and next says why. Which of the four profiles of havo and vwo suit them
a pupil reads in words, as every school has all four; primary school reads about the school types.

Would a decaan sign this? The lists in questions/signed say which programmes may stand among the
first three for a pupil who likes exactly one subject of a world, and which never. `make signed`
holds them against every subject, school type and eight towns, and shows the share that holds;
`make signed SIGNED=--faults` shows what does not.

## How a weight is judged

`worlds` in `programmes.csv`, `companies.csv` and `events.csv` says what a row is about, beside the
questions of the quiz. Read its name and its sentence, then the eight questions of each world, and
ask: **who likes these questions, would like to do this?** Never whether the row is good or popular.

1. The world whose questions are most like the work gets 1. Only proportions count: 1 and 0.5 is the
   same as 0.8 and 0.4.
2. Another world gets 0.9 or more only when a decaan would send somebody who likes *that* world here
   as well. From {about} of the largest weight on, a world is given to a pupil as the reason.
3. 0.2 to 0.8: it helps to like that world too. Less: leave it out. A row that is all about one
   world goes before one about three, so do not add worlds to be kind; but do not leave them out to
   push a row either.
4. `tags` are the subjects within a world that the row is about (`questions/tags.yaml`), at most
   four, mostly one or two: who is super about robots and not about test tubes sees rows with
   `robots` first, and who likes all of a world sees several of its subjects. Leave them empty
   where no question asks about it, as about cattle.
5. Run `quiz catalogue check`, `make signed` (the list of the decaan, `questions/signed/`) and
   `quiz catalogue report docs/next-steps.md`, and read the rows of this page that changed.

Examples: mechatronics is about robots first (Hi-tech 1, Design 0.6); electrical engineering is as
much Energy as Hi-tech (0.9); chemistry is Hi-tech, with Health 0.5, Energy 0.4 and Food 0.3, so it
leads where the lab questions lead; a course for food factories is Food 1, Design 0.4.

## The figures

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
            about=ABOUT,
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
