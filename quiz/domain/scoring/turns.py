"""Which worlds may be asked about next, so that a form stays varied.

First one question of every world; later never three of one world in a row. Where the questions
of one world would otherwise be left over at the end, that world goes first.
"""

from collections.abc import Iterable, Sequence


class Turns:
    """Keeps count while a form is built. Worlds and questions are positions (whole numbers)."""

    def __init__(self, world_of: Sequence[int], asked: Sequence[int], left: Iterable[int]) -> None:
        """Start after `asked` (in the order asked), with the questions `left` still to ask."""
        self._left: dict[int, int] = {}
        for question in left:
            world = world_of[question]
            self._left[world] = self._left.get(world, 0) + 1
        worlds = [world_of[question] for question in asked]
        self._seen = set(worlds)
        self._last = worlds[-2:]

    def allowed(self) -> set[int]:
        """The worlds to choose from; empty when no question is left."""
        fresh = self._left.keys() - self._seen
        if fresh:
            return fresh
        barred = {self._last[0]} if len(self._last) == 2 and len(set(self._last)) == 1 else set()
        choices = (self._left.keys() - barred) or set(self._left)
        return (self._crowded() & choices) or choices

    def _crowded(self) -> set[int]:
        """The world that has so many questions left that it must be asked about now."""
        total = sum(self._left.values())
        return {world for world, count in self._left.items() if count > 2 * (total - count)}

    def take(self, world: int) -> None:
        """Note that a question of this world was chosen."""
        self._left[world] -= 1
        if not self._left[world]:
            del self._left[world]
        self._seen.add(world)
        self._last = [*self._last[-1:], world]

    @property
    def everything(self) -> int:
        """How many worlds still have questions."""
        return len(self._left)
