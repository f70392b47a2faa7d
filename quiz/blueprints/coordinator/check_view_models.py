"""What the list to look at shows, as plain values: the contract with its template."""

from dataclasses import dataclass

from quiz.web.pages.done import JustDone
from quiz.web.pages.listing import FilterView, PagesView


@dataclass(frozen=True)
class CheckLine:
    """One row to look at: why, where its source is, and what is sent when it is still right.

    `links`: each of its links that fails, with how and since when. `sent` is "" for a row without a
    source: there is nothing to check it against.
    """

    name: str
    about: str
    kind: str
    municipality: str
    checked: str
    why: tuple[str, ...]
    links: tuple[str, ...]
    url: str
    source: str
    sent: str


@dataclass(frozen=True)
class CheckView:
    """One page of the list: how many rows there are (`total`), and how many were asked for."""

    lines: tuple[CheckLine, ...]
    filters: FilterView
    pages: PagesView
    here: str
    total: int
    found: int
    done: JustDone | None
