"""One round along many links: a few sites at a time, and what comes of each kept as it comes.

Where we are cut off ourselves, every site seems away, or speaks with a certificate that is not its
own. So a failure without an answer is believed only once another site did answer after it; when
that never happens, nothing is said about any link.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from queue import SimpleQueue
from threading import Event
from urllib.parse import urlsplit

from quiz.domain.catalogue.upkeep.links import Tried
from quiz.usecases.links.calling import Manner
from quiz.usecases.links.kept import Found
from quiz.usecases.links.trying import TOO_MANY, Turns, try_link

FEW = 5  # so many sites may be away at the end without an answer after them
MOST_AWAY = 30  # in a row: then it is us
MOST_SILENT = 3  # links of one site: the rest waits for a next round
_Queue = SimpleQueue[Found | None]


class CutOff(Exception):
    """No site answers: most likely this machine may not reach the internet."""


def go_round(
    addresses: Collection[str], manner: Manner, clock: Callable[[], datetime]
) -> Iterator[list[Found]]:
    """Try these links; gives what is sure, a few at a time. Raises CutOff."""
    believed = _Believed()
    for found in _tries(addresses, manner, clock):
        yield believed.add(found)
    yield believed.rest()


def sites_of(addresses: Collection[str]) -> list[list[str]]:
    """The addresses by their site, the largest site first: it takes longest."""
    sites = defaultdict(list)
    for address in sorted(addresses):
        sites[urlsplit(address).netloc].append(address)
    return sorted(sites.values(), key=len, reverse=True)


class _Believed:
    """Holds what may be our own fault until another site answers."""

    def __init__(self) -> None:
        self._held: list[Found] = []
        self._answered = False

    def add(self, found: Found) -> list[Found]:
        """What is sure now. Raises CutOff."""
        self._held.append(found)
        if _unanswered(found.tried):
            if len(self._sites()) >= MOST_AWAY:
                raise CutOff
            return []
        self._answered = True
        sure, self._held = self._held, []
        return sure

    def rest(self) -> list[Found]:
        """What is left at the end. Raises CutOff."""
        if self._held and (not self._answered or len(self._sites()) > FEW):
            raise CutOff
        return self._held

    def _sites(self) -> Collection[str]:
        return {urlsplit(each.address).netloc for each in self._held}


def _unanswered(tried: Tried) -> bool:
    return tried.failed and tried.status is None


def _tries(
    addresses: Collection[str], manner: Manner, clock: Callable[[], datetime]
) -> Iterator[Found]:
    """Each try as it ends; who stops listening stops the round after the tries of now."""
    queue, stop, turns = _Queue(), Event(), Turns(manner.pause)

    def site(links: Sequence[str]) -> None:
        for address, tried in _of_site(links, manner, turns):
            queue.put(Found(address, tried, clock()))
            if stop.is_set():
                return

    with ThreadPoolExecutor(manner.at_once) as pool:
        work = [pool.submit(site, links) for links in sites_of(addresses)]
        for each in work:
            each.add_done_callback(lambda _done: queue.put(None))
        try:
            yield from _listen(queue, work)
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)


def _listen(queue: _Queue, work: Sequence["Future[None]"]) -> Iterator[Found]:
    """What the threads find, until all are done; what went wrong in one goes wrong here."""
    running = len(work)
    while running:
        found = queue.get()
        if found is None:
            running -= 1
        else:
            yield found
    for each in work:
        each.result()


def _of_site(links: Sequence[str], manner: Manner, turns: Turns) -> Iterator[tuple[str, Tried]]:
    """The links of one site, until it asks for rest or is away."""
    silent = 0
    for address in links:
        tried = try_link(address, manner, turns)
        yield address, tried
        silent = silent + 1 if _unanswered(tried) else 0
        if tried.status == TOO_MANY or silent >= MOST_SILENT:
            return
