"""The ways in which people write a name: "Capelle a/d IJssel", "Nw. Vennep", "St Willebrord"."""

from collections.abc import Iterator, Sequence
from itertools import islice, product

from quiz.domain.catalogue.places.spelling import words_of

MOST_WAYS = 64  # of one name; no name comes near

# What stands in a name as words of its own, and how it is shortened; "" is: left out.
_SHORT = {
    ("aan", "den"): ("aande", "aan", "ad", "a", "and"),
    ("aan", "de"): ("aanden", "aan", "ad", "a", "and"),
    ("aan", "t"): ("aanhet", "aan", "at", "a"),
    ("aan",): ("aanden", "aande", "ad", "a"),
    ("op", "de"): ("op", "od", "o"),
    ("op",): ("opde", "opden", "od", "o"),
    ("bij",): ("b",),
    ("van",): ("v", "vd"),
    ("en",): ("", "e", "and"),
    ("s",): ("",),
    ("t",): ("het",),
    ("nieuwe",): ("nwe", "nw"),
    ("noord",): ("nrd", "n"),
    ("oost",): ("o",),
    ("oud",): ("o",),
    ("oude",): ("o",),
    ("west",): ("w",),
    ("zuid",): ("zd", "z"),
}

# How a word begins, whatever follows: "Sintjohannesga", "Nieuwegein", "Nederweert".
_BEGINNINGS = (
    ("sint", ("st", "s")),
    ("st", ("sint", "s")),
    ("nieuw", ("nw",)),
    ("neder", ("ned",)),
    ("boven", ("bov",)),
    ("beneden", ("ben",)),
)


def ways_to_write(name: str) -> Iterator[str]:
    """The folded ways in which people write this name, each once, itself first."""
    spelt = ("".join(parts) for parts in product(*_choices(words_of(name))))
    yield from dict.fromkeys(way for way in islice(spelt, MOST_WAYS) if len(way) > 1)


def _choices(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    place = 0
    while place < len(words):
        two, one = tuple(words[place : place + 2]), (words[place],)
        taken = two if two in _SHORT else one
        yield "".join(taken), *_SHORT.get(taken, _shorter_beginnings(words[place], len(words)))
        place += len(taken)


def _shorter_beginnings(word: str, of_words: int) -> Iterator[str]:
    """A word with a shorter beginning: "stmaarten", and "st" where it stands alone."""
    for beginning, shorter in _BEGINNINGS:
        rest = word.removeprefix(beginning)
        alone = rest == "" and of_words > 1
        longer = len(rest) > 2 and beginning != "st"
        if word != rest and (alone or longer):
            yield from (short + rest for short in shorter)
