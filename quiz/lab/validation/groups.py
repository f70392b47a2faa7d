"""Groups of pupils that are large enough to speak of, also by what is left when they are taken out.

Beside figures of everybody, a figure of one group tells of the others: what is not shown must be
nobody or a large enough group too.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quiz.lab.validation.plan import LEAST

Members = dict[str, NDArray[np.bool_]]


def large_groups(codes: Sequence[str], counted: NDArray[np.bool_]) -> Members:
    """Per code where its pupils are (P,), among the `counted`; small groups are left out.

    When those left out are too few together, the smallest of the others goes with them.
    """
    names = np.array(codes, dtype=str)
    members = {str(name): counted & (names == name) for name in np.unique(names[counted])}
    shown = {name: where for name, where in members.items() if where.sum() >= LEAST}
    hidden = int(counted.sum()) - sum(int(where.sum()) for where in shown.values())
    if 0 < hidden < LEAST and shown:
        del shown[min(shown, key=lambda name: int(shown[name].sum()))]
    return shown


def about(count: int) -> str:
    """A number of pupils in words that do not tell of one more or less: tens, rounded down."""
    return f"about {count // 10 * 10}" if count >= LEAST else f"fewer than {LEAST}"
