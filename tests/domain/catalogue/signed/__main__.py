"""`make signed`: which share of what pupils see first a decaan would sign, and what not."""

import sys

from tests.domain.catalogue.signed.judging import figures, summary


def lines(*, faults: bool) -> list[str]:
    """The figures, and if asked a line for each programme that is not signed."""
    found = figures()
    return [*summary(found), *(fault.line for fault in (*found.faults, *found.bare) if faults)]


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(faults="--faults" in sys.argv)) + "\n")
