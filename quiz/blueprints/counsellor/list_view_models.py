"""What the list of shared results shows, as plain values: the contract with its template."""

from dataclasses import dataclass

from quiz.web.pages.listing import FilterView, PagesView
from quiz.web.pages.sorting import Heading


@dataclass(frozen=True)
class SharedLine:
    """One shared result in the list; `due`: the month of its step has come."""

    share_id: int
    nickname: str
    class_name: str
    topic: str
    since: str
    until: str
    step: str
    month: str
    due: bool


@dataclass(frozen=True)
class YearView:
    """The own school year in counts: talks, steps agreed on (each month with its count), done."""

    talks: int
    agreed: int
    done: int
    months: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ConversationsView:
    """The list in the chosen order, and the field for a code with what is wrong with it.

    `shared`: how many are shared in all; `found`: how many of them were asked for; `due`: how many
    have a step whose month has come, with `due_url` to see them.
    """

    lines: tuple[SharedLine, ...]
    headings: tuple[Heading, ...]
    filters: FilterView
    pages: PagesView
    shared: int
    found: int
    due: int
    due_url: str
    year: YearView
    code: str = ""
    error: str = ""
