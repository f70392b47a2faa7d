"""How much each world is shown to attract: never more for a world that comes later.

The order of a profile is by probability, the interest is a mean, and now and then the two differ:
a world of which little is known may be likelier to be the strongest, and yet have a lower mean.
Differences that small are doubt. So that number, word and planet say one thing, neighbours in the
wrong order are shown as equal, and so are the worlds that a profile calls equal (the pooling of
adjacent violators: of all interests that never rise along the order, the nearest).
"""

from collections.abc import Mapping, Sequence
from statistics import fmean


def standing(
    worlds: Sequence[str], interest: Mapping[str, float], equal: int = 1
) -> dict[str, float]:
    """The interest to show for each world, in the order given; the mean stays.

    The first `equal` worlds are shown as equal.
    """
    values = [interest[world] for world in worlds]
    pools: list[list[float]] = []
    for pool in (values[:equal], *([value] for value in values[equal:])):
        pools.append(pool)
        while len(pools) > 1 and fmean(pools[-1]) > fmean(pools[-2]):
            last = pools.pop()
            pools[-1] = pools[-1] + last
    shown = [fmean(pool) for pool in pools for _ in pool]
    return dict(zip(worlds, shown, strict=True))
