"""Which shared results somebody wants to see: by nickname, class, school type, step or topic."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quiz.domain.codes.folding import fold
from quiz.usecases.sharing.shared_list import SharedResult
from quiz.web.pages.listing import AskedInAddress
from quiz.web.runtime import services

WITHOUT_CLASS = "-"
DUE, NONE, COMING = "nu", "geen", "later"
STEPS = (DUE, COMING, NONE)


@dataclass(frozen=True)
class Chosen(AskedInAddress):
    """What was chosen, each "" where it was not. The names are those in the address."""

    zoek: str = ""
    klas: str = ""
    schooltype: str = ""
    stap: str = ""
    onderwerp: str = ""


def chosen() -> Chosen:
    """What this request asks for."""
    return Chosen.read(str.strip)


def which(shared: Sequence[SharedResult], asked: Chosen) -> list[SharedResult]:
    """The results that were asked for, in the order that they had."""
    tests = [_TESTS[name](value) for name, value in asked.parts().items()]
    return [each for each in shared if all(test(each) for test in tests)]


def is_due(shared: SharedResult) -> bool:
    """Whether the month of the next step has come."""
    step = shared.next_step
    return step is not None and step.month <= services().this_month()


Test = Callable[[SharedResult], bool]


def _named(typed: str) -> Test:
    words = _plain(typed)
    return lambda shared: words in _plain(shared.nickname)


def _plain(name: str) -> str:
    return "".join(fold(name).casefold().split())


def _in_class(name: str) -> Test:
    return lambda shared: (shared.class_name or WITHOUT_CLASS) == name


def _with_step(word: str) -> Test:
    """A word that we do not know asks for nothing."""
    return _STEPS.get(word, lambda _shared: True)


_STEPS: Mapping[str, Test] = {
    DUE: is_due,
    COMING: lambda shared: shared.next_step is not None and not is_due(shared),
    NONE: lambda shared: shared.next_step is None,
}
_TESTS: Mapping[str, Callable[[str], Test]] = {
    "zoek": _named,
    "klas": _in_class,
    "schooltype": lambda word: lambda shared: shared.school_type == word,
    "stap": _with_step,
    "onderwerp": lambda word: lambda shared: shared.topic == word,
}
