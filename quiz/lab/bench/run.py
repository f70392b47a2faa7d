"""All parts of the bench in their order, and what they are called on the command line."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from quiz.lab.bench import boards, growth, matching, paper, parts, web
from quiz.lab.bench.place import Place, place
from quiz.lab.bench.plan import Sizes
from quiz.lab.bench.table import Row

Part = Callable[[Place, Sizes], Iterator[Row]]
PARTS: Mapping[str, Part] = {
    "web": web.web,
    "instant": web.instant,
    "engine": parts.engine,
    "matching": matching.matching,
    "pages": parts.pages,
    "worker": parts.worker,
    "boards": boards.boards,
    "paper": paper.paper,
    "growth": growth.growth,
}


def measure(
    names: Iterable[str], plan: Sizes, database_url: str | None = None
) -> Iterator[tuple[str, Row]]:
    """Yield each figure with the name of its part, as soon as it is there.

    Raises NotEmpty for a database that holds attempts.
    """
    with place(database_url) as where:
        for name, part in PARTS.items():
            if name in names:
                for row in part(where, plan):
                    yield name, row
