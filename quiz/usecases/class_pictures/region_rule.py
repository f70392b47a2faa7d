"""The rule for figures of a region: classes come in by batches, and never leave.

Everything shown of a region is a sum over whole batches. Batches share no class, and a class is in
one of them, once for ever. So any weighted sum of things shown, of any regions, years and moments,
rests on whole batches or on nothing; and a batch has at least three pictures and thirty pupils,
whichever one school is left out of it: who knows all of one school learns no more (docs/adr/0041).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quiz.usecases.class_pictures.picture import ClassPicture

FEWEST_CLASSES, FEWEST_PUPILS = 3, 30
ANY_TYPE, ANY_YEAR = "", 0


class Kind(NamedTuple):
    """What classes of a batch have in common; ANY_TYPE and ANY_YEAR where they do not."""

    school_year: int
    school_type: str
    year: int

    @property
    def coarser(self) -> tuple["Kind", "Kind", "Kind"]:
        """The kind itself, the same of all years, and that of all school types."""
        any_year = self._replace(year=ANY_YEAR)
        return self, any_year, any_year._replace(school_type=ANY_TYPE)


@dataclass(frozen=True)
class Waiting:
    """The newest picture of a class, or of classes together, that is in no batch yet."""

    series: int
    school: int
    kind: Kind
    picture: ClassPicture


Batch = Sequence[Waiting]


def batches(waiting: Iterable[Waiting]) -> Mapping[Kind, Batch]:
    """What may come in now: of one kind where that is enough, what is left of coarser ones.

    Who is too few for all of them waits for others. What a picture says plays no part in it.
    """
    left, found = list(waiting), defaultdict[Kind, list[Waiting]](list)
    for level in range(3):
        together = defaultdict[Kind, list[Waiting]](list)
        for each in left:
            together[each.kind.coarser[level]].append(each)
        ready = {kind: batch for kind, batch in together.items() if may_come_in(batch)}
        for kind, batch in ready.items():  # joint pictures may be of a coarse kind already
            found[kind] += batch
        left = [each for each in left if each.kind.coarser[level] not in ready]
    return found


def may_come_in(batch: Batch) -> bool:
    """Whether three pictures and thirty pupils are left, whichever school is left out."""
    schools = {each.school for each in batch}
    return all(_enough([each for each in batch if each.school != one]) for one in schools)


def _enough(batch: Batch) -> bool:
    pupils = sum(each.picture.pupils for each in batch)
    return len(batch) >= FEWEST_CLASSES and pupils >= FEWEST_PUPILS
