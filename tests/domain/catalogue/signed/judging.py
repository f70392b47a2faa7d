"""Judges whether a decaan would sign the first three programmes that a pupil sees."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from quiz.domain.catalogue.matching.parameters import FEW_PROGRAMMES
from quiz.domain.catalogue.signed import SignedLists, load_signed
from tests.domain.catalogue.signed.pupils import (
    FIRST,
    Case,
    cases_of,
    pair_patterns,
    patterns,
    pure_patterns,
    questions,
    seed,
    two_subject_patterns,
)


@dataclass(frozen=True)
class Fault:
    """Why a list is not signed: never, not signed, nothing, wrong level or wrong first."""

    case: Case
    kind: str
    programme: str

    @property
    def line(self) -> str:
        """One line to read."""
        case = self.case
        school = f"{case.school_type} {case.year or ''}".strip()
        row = next((card for card in case.first if card.id == self.programme), None)
        shown = "; ".join(f"{card.name_nl} ({card.level})" for card in case.first)
        name = f"{row.id} {row.name_nl} ({row.world}, {row.rank})" if row else shown
        answered = f"{case.pattern.tag} {case.pattern.rest}"
        return f"{self.kind} | {answered} | {school} | {case.town} | {name}"


@dataclass(frozen=True)
class Figures:
    """What the walk found: lists in all, that hold, and short ones; and every fault.

    `bare`: the lists without anything obvious, also where all that they hold may be shown.
    """

    lists: int
    holding: int
    short: int
    bare: tuple[Fault, ...]
    worlds: int
    served: int
    faults: tuple[Fault, ...]

    @property
    def share(self) -> float:
        """The share of first-three lists that hold."""
        return self.holding / self.lists

    @property
    def share_obvious(self) -> float:
        """The share of lists with something in them that comes to mind first."""
        return 1 - len(self.bare) / self.lists

    @property
    def share_served(self) -> float:
        """The share of shown worlds that have a step in now or next."""
        return self.served / self.worlds

    def count(self, kind: str) -> int:
        """How many faults there are of a kind."""
        return sum(fault.kind == kind for fault in self.faults)


@cache
def figures() -> Figures:
    """Walk all subjects, school types and towns once."""
    signed = lists()
    cases = [case for found in patterns(questions()) for case in cases_of(found)]
    faults = {id(case): tuple(_faults(case, signed)) for case in cases}
    return Figures(
        lists=len(cases),
        holding=sum(not found for found in faults.values()),
        short=sum(len(case.first) < FIRST for case in cases),
        bare=tuple(Fault(case, "nothing obvious", "") for case in cases if _bare(case, signed)),
        worlds=sum(len(case.shown) for case in cases),
        served=sum(len(_served(case)) for case in cases),
        faults=tuple(fault for found in faults.values() for fault in found),
    )


@cache
def lists() -> SignedLists:
    """The lists of the decaan, for the questions and programmes of this product."""
    return load_signed(*levels_and_worlds())


def levels_and_worlds() -> tuple[dict[str, str], dict[str, str]]:
    """The level of each programme, and the world of each subject."""
    levels = {row.id: row.level for row in seed().programmes.values()}
    return levels, {tag: subject.world for tag, subject in questions().tags.items()}


def pure_cases() -> Iterator[Case]:
    """Pupils who love all of one world, at every school and in every town."""
    for found in pure_patterns(questions()):
        yield from cases_of(found)


def unserved_pairs() -> list[tuple[str, str]]:
    """The school types and worlds where who loves two worlds gets no step in one of them."""
    cases = (case for found in pair_patterns(questions()) for case in cases_of(found))
    return [
        (case.school_type, world) for case in cases for world in set(case.shown) - _served(case)
    ]


def share_thin(schools: Collection[str]) -> float:
    """Of pupils of these schools who love two subjects of one world: with too few programmes."""
    cases = [
        case
        for found in two_subject_patterns(questions())
        for case in cases_of(found)
        if case.school_type in schools
    ]
    return sum(len(case.programmes) < FEW_PROGRAMMES for case in cases) / len(cases)


def elsewhere(cases: Iterable[Case]) -> list[Case]:
    """The cases of which the first programmes are not all about the world that the pupil loves."""
    return [case for case in cases if any(card.world != case.pattern.world for card in case.first)]


def one_sided(cases: Iterable[Case]) -> list[Case]:
    """The cases with a choice of programmes that are all about one subject of the loved world."""
    longer = (case for case in cases if len(case.programmes) > FIRST)
    return [case for case in longer if len(_subjects(case)) < 2]


def summary(found: Figures) -> Iterator[str]:
    """Say the figures, and the faults from often to rare."""
    yield f"lists {found.lists}, holding {found.holding} = {found.share:.1%}, short {found.short}"
    yield f"with something obvious {found.share_obvious:.1%}, without {len(found.bare)}"
    yield f"shown worlds {found.worlds}, with a step {found.served} = {found.share_served:.1%}"
    kinds = Counter(fault.kind for fault in found.faults)
    yield ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()) or "no faults"


def _subjects(case: Case) -> set[str]:
    """What the programmes are about, within the world that the pupil loves."""
    rows = (seed().programmes[card.id] for card in case.programmes)
    subjects = questions().tags
    return {tag for row in rows for tag in row.tags if subjects[tag].world == case.pattern.world}


def _served(case: Case) -> set[str]:
    return {card.world for card in case.programmes} & set(case.shown)


def _bare(case: Case, signed: SignedLists) -> bool:
    wanted = signed.for_pupil(case.pattern.tag, case.school_type, case.year)
    return not wanted.obvious & {card.id for card in case.first}


def _faults(case: Case, signed: SignedLists) -> Iterator[Fault]:
    wanted = signed.for_pupil(case.pattern.tag, case.school_type, case.year)
    if not case.first:
        yield Fault(case, "nothing", "")
    for place, card in enumerate(case.first):
        if card.id in wanted.never:
            yield Fault(case, "never", card.id)
        elif wanted.levels and card.level not in wanted.levels:
            yield Fault(case, "wrong level", card.id)
        elif card.id not in wanted.may:
            yield Fault(case, "not signed", card.id)
        elif place == 0 and wanted.first and card.level not in wanted.first:
            yield Fault(case, "wrong first", card.id)
