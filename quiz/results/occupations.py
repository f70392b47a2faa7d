"""Three occupations in a world that lie on a pupil's own ladder, nearest step first."""

from collections.abc import Mapping

from quiz.domain.bank.schema import WorldText

MOST = 3
_EARLY = ("vmbo-mbo", "mbo-4", "hbo")
# Which levels of work a school type leads to, the next step first; a level that comes twice gives
# two. What is named is where roads of this school can lead, never what a pupil is able to.
_LADDER: Mapping[str, tuple[str, ...]] = {
    "pro": ("vmbo-mbo", "vmbo-mbo", "vmbo-mbo"),
    "isk": ("vmbo-mbo", "vmbo-mbo", "mbo-4"),
    "vmbo-bb": ("vmbo-mbo", "vmbo-mbo", "mbo-4"),
    "vmbo-kb": ("vmbo-mbo", "mbo-4", "mbo-4"),
    "vmbo-gl-tl": ("mbo-4", "mbo-4", "hbo"),
    "mbo": ("mbo-4", "mbo-4", "hbo"),
    "havo": ("hbo", "hbo", "mbo-4"),
    "vwo": ("wo", "wo", "hbo"),
    "po": ("vmbo-mbo", "hbo", "wo"),
}


def occupations(page: WorldText, school_type: str) -> tuple[str, ...]:
    """At most three names, each once; broad for a school type without a ladder of its own."""
    left = {level: list(names) for level, names in page.jobs}
    levels = _LADDER.get(school_type, _EARLY)
    return tuple(left[level].pop(0) for level in levels[:MOST] if left[level])
