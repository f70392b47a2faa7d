"""What a pupil can choose now, next and later: per school type and year, as catalogue levels.

This table decides which programmes are on a pupil's ladder, never which level suits a pupil. The
school type is the pupil's own answer; every rung shows the way up, and where the school type says
little (brugklas, isk, onbekend, primary school) the rung stays broad. Facts: entry requirements
of mbo (bb to 2; kb, gl and tl to 3 or 4), profile choice at the end of vmbo 2 and havo/vwo 3,
mbo 4 to associate degree and hbo. A technical mbo course is open from every vmbo profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from quiz.domain.catalogue.matching.parameters import MOST_LATER, MOST_NEXT, MOST_NOW


class UnknownSchoolType(ValueError):
    """A school type that the ladder does not have."""


@dataclass(frozen=True)
class Step:
    """What is shown of one step: which levels, which of them are usual, at most how many rows.

    `in_order`: a level follows on the one before it, so it is shown after it. `of_each`: one row of
    each level, whatever lies nearer.
    """

    levels: tuple[str, ...]
    usual: tuple[str, ...]
    most: int
    in_order: bool = False
    of_each: bool = False


@dataclass(frozen=True)
class Rung:
    """The levels of programmes to show as the step now, next and later; a step may be empty.

    `usual`: the levels to which most go from here; they come first where others fit alike (none
    named: all alike). `most`: at most how many programmes now, next and later. `in_order`: the
    levels of a step follow on each other, lowest first; nobody begins with the second. `of_each`:
    later shows one of each level.
    """

    now: tuple[str, ...]
    next: tuple[str, ...]
    later: tuple[str, ...]
    usual: tuple[str, ...] = ()
    most: tuple[int, int, int] = (MOST_NOW, MOST_NEXT, MOST_LATER)
    in_order: bool = False
    of_each: bool = False

    @property
    def steps(self) -> tuple[Step, Step, Step]:
        """Now, next and later, in this order."""
        now, after, later = (
            Step(levels, tuple(one for one in self.usual if one in levels), most, self.in_order)
            for levels, most in zip((self.now, self.next, self.later), self.most, strict=True)
        )
        return now, after, replace(later, of_each=self.of_each)


# Every school of havo or vwo has the same four profiles, and a pupil chooses among those of the own
# school: in words (questions/profiles.yaml), not on a card for each school. Only who comes from gl
# or tl looks for a school of havo.
_SCHOOL = ("vmbo",)
_MBO = ("mbo-2", "mbo-3", "mbo-4")
_HIGHER = ("ad", "hbo", "wo")

# Nothing is chosen in groep 7; the school for which groep 8 chooses is the next step. At eleven
# every road is open, so later shows them side by side: mbo, hbo and university.
_PRIMARY = Rung(now=(), next=_SCHOOL, later=("mbo-4", "hbo", "wo"), of_each=True)
# School type not yet known or mixed: profiles, then all of mbo, then all above.
_BROAD = Rung(now=_SCHOOL, next=_MBO, later=_HIGHER)
# Newcomers go on to any school type or, from sixteen, to mbo. They read the language least: fewer.
_NEWCOMER = Rung(
    now=(*_SCHOOL, "mbo-1", "mbo-2"), next=("mbo-3", "mbo-4"), later=_HIGHER, most=(4, 3, 2)
)
# Praktijkonderwijs leads to work or to entree (mbo 1, for which nobody needs a diploma), and from
# there on, step by step.
_PRACTICAL_EARLY = Rung(
    now=(), next=("mbo-1", "mbo-2"), later=("mbo-3", "mbo-4"), usual=("mbo-1",), in_order=True
)
_PRACTICAL_LATE = Rung(
    now=("mbo-1",), next=("mbo-2", "mbo-3"), later=("mbo-4", "ad"), in_order=True
)

# Vmbo 1 and 2 choose a profile; vmbo 3 and 4 choose mbo (from gl and tl also havo).
_BASIC_EARLY = Rung(now=("vmbo",), next=("mbo-2",), later=("mbo-3", "mbo-4"), in_order=True)
_BASIC_LATE = Rung(now=("mbo-2",), next=("mbo-3",), later=("mbo-4", "ad", "hbo"), in_order=True)
_MIDDLE_EARLY = Rung(now=("vmbo",), next=("mbo-3", "mbo-4"), later=("ad", "hbo"))
_MIDDLE_LATE = Rung(now=("mbo-3", "mbo-4"), next=("ad", "hbo"), later=("wo",))
_THEORETICAL_LATE = Rung(
    now=("mbo-3", "mbo-4", "havo"), next=("ad", "hbo"), later=("wo",), usual=("mbo-3", "mbo-4")
)

# Havo and vwo 1 to 3 choose a profile, above that a programme: from havo mostly hbo, though mbo 4
# is a full choice, and wo is a second step of which two examples will do. From vwo, wo and hbo
# are both "now"; the catalogue holds no master programmes to show after.
_HAVO_EARLY = Rung(now=(), next=("hbo", "ad", "mbo-4"), later=("wo",), usual=("hbo",))
_HAVO_LATE = Rung(
    now=("hbo", "ad", "mbo-4"),
    next=("wo",),
    later=(),
    usual=("hbo",),
    most=(MOST_NOW, 2, MOST_LATER),
)
_VWO_EARLY = Rung(now=(), next=("wo", "hbo"), later=(), usual=("wo",))
_VWO_LATE = Rung(now=("wo", "hbo"), next=(), later=(), usual=("wo",))

# We do not ask a student's mbo level: first what follows on mbo 2 and 3, and in the last years what
# follows on mbo 4: nobody begins a course anew there.
_STUDENT = Rung(now=("mbo-3", "mbo-4"), next=("ad", "hbo"), later=("wo",))
_STUDENT_LATE = Rung(now=("ad", "hbo"), next=(), later=("wo",), most=(MOST_NOW, MOST_NEXT, 2))

# School type: (from which year on, rung), one or two of them. Without a year the first rung
# counts: it shows the first choice and what comes after it.
LADDER: Mapping[str, tuple[tuple[int, Rung], ...]] = {
    "po": ((7, _PRIMARY),),
    "pro": ((1, _PRACTICAL_EARLY), (4, _PRACTICAL_LATE)),
    "vmbo-bb": ((1, _BASIC_EARLY), (3, _BASIC_LATE)),
    "vmbo-kb": ((1, _MIDDLE_EARLY), (3, _MIDDLE_LATE)),
    "vmbo-gl-tl": ((1, _MIDDLE_EARLY), (3, _THEORETICAL_LATE)),
    "brugklas": ((1, _BROAD),),
    "havo": ((1, _HAVO_EARLY), (4, _HAVO_LATE)),
    "vwo": ((1, _VWO_EARLY), (4, _VWO_LATE)),
    "isk": ((1, _NEWCOMER),),
    "mbo": ((1, _STUDENT), (3, _STUDENT_LATE)),
    "onbekend": ((1, _BROAD),),
}


def rung_for(school_type: str, year: int | None) -> Rung:
    """The rung of a pupil in this year (None = not said); raises UnknownSchoolType."""
    if school_type not in LADDER:
        known = ", ".join(LADDER)
        raise UnknownSchoolType(f"school type {school_type!r} is unknown; use one of: {known}")
    rungs = LADDER[school_type]
    return rungs[-1 if is_late(school_type, year) else 0][1]


def is_late(school_type: str, year: int | None) -> bool:
    """Whether a pupil has passed the first choice of this school type (a profile, mostly)."""
    first_year, _ = LADDER[school_type][-1]
    return len(LADDER[school_type]) > 1 and year is not None and year >= first_year
