"""What was not taken over, counted per reason, with a few examples; and what was mended."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

MOST_EXAMPLES = 3
LONGEST_EXAMPLE = 60


@dataclass(frozen=True)
class Counted:
    """A reason (or a note), how often, and the first examples in the order of the alphabet."""

    reason: str
    count: int
    examples: tuple[str, ...]


@dataclass
class Tally:
    """Counts by reason. The order in which things come makes no difference."""

    _counts: Counter[str] = field(default_factory=Counter)
    _examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, reason: str, example: str) -> None:
        """Count one, and keep its example when it is one of the first."""
        self._counts[reason] += 1
        kept, shown = self._examples[reason], example[:LONGEST_EXAMPLE]
        if shown and shown not in kept:
            kept.append(shown)
            kept.sort()
            del kept[MOST_EXAMPLES:]

    def take_over(self, others: Iterable[Counted]) -> None:
        """Add what another counted."""
        for other in others:
            for example in other.examples:
                self.add(other.reason, example)
            self._counts[other.reason] += other.count - len(other.examples)

    def counted(self) -> tuple[Counted, ...]:
        """Every reason, the most frequent first."""
        ordered = sorted(self._counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return tuple(
            Counted(reason, count, tuple(self._examples[reason])) for reason, count in ordered
        )
