"""How often honest pupils would hear that they were fast, by the time that a card takes them.

A card takes as long as reading its words, choosing and tapping. Reading: silent reading with
understanding of 2,203 pupils in the United States (words per minute; quartiles of grades 5, 8 and
12 as published at readingxr.com). Choosing and tapping are our own assumption, and so is each way
of answering below: all of it is invented, none of it is a pupil. That answers hang together far
less when given faster than one a second was found by Wood and others (2017, doi
10.1177/1948550617703168), which is why the limit is one second.

Print the table with `python -m quiz.lab.training.paces`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from quiz.domain.bank.load import load_bank
from quiz.domain.bank.schema import Bank
from quiz.domain.bank.texts import load_texts
from quiz.domain.scoring.model import Rules
from quiz.domain.scoring.normal import Array
from quiz.domain.scoring.quality import Signs, remarks

SEED = 0
PUPILS = 4000
QUESTIONS = 28
BLOCK = 7
_MINUTE = 60_000
_VALUES = [1, 5, 2, 4, 3, 4, 2]  # tell the worlds apart, so that only the times can be remarked


@dataclass(frozen=True)
class Pace:
    """A way of answering; milliseconds.

    `words` a minute with the spread of its logarithm between pupils; `share` of the words that is
    read; `choosing`: the median time to choose and tap, with its spread from card to card. Every
    block goes `quicker` than the one before; of some cards (`away`) somebody looks up for ten times
    as long; `blind`: the share of cards tapped without reading; `measured`: how many times came in.
    """

    words: float
    spread: float = 0.3
    share: float = 1.0
    choosing: float = 1200
    choosing_spread: float = 0.5
    quicker: float = 0.0
    away: float = 0.0
    blind: float = 0.0
    measured: int = QUESTIONS


YOUNG, MIDDLE, OLD = Pace(149, 0.29), Pace(158, 0.28), Pace(175, 0.32)
SKIMS = replace(OLD, share=0.5, choosing=600)
HONEST: Mapping[str, Pace] = {
    "groep 7": YOUNG,
    "klas 2": MIDDLE,
    "klas 6": OLD,
    "klas 6, reads half the words and chooses twice as fast": SKIMS,
    "as the one above, and each block 15 % quicker": replace(SKIMS, quicker=0.15),
    "klas 2, often looks up": replace(MIDDLE, away=0.2),
    "klas 2, taps one in four without reading": replace(MIDDLE, blind=0.25),
}
AT_THE_EDGE: Mapping[str, Pace] = {
    "the quickest ones, and no times of the first block": replace(SKIMS, quicker=0.15, measured=21),
    "the quickest ones, and only the last half measured": replace(SKIMS, quicker=0.15, measured=14),
}
CARELESS: Mapping[str, Pace] = {
    "taps half of the cards without reading": replace(MIDDLE, blind=0.5),
    "taps three in four without reading": replace(MIDDLE, blind=0.75),
    "taps all without reading": replace(MIDDLE, blind=1.0),
}
_BLIND = (400.0, 0.3)  # a tap without reading: median and spread of the logarithm


def share_called_fast(bank: Bank, pace: Pace, language: str = "nl") -> float:
    """Which share of pupils with this pace gets the remark that they were fast."""
    times = _times(bank, pace, language, np.random.default_rng(SEED))
    values = (_VALUES * QUESTIONS)[:QUESTIONS]
    found = [remarks(Signs(values, row.astype(int).tolist()), Rules()) for row in times]
    return float(np.mean(["fast" in codes for codes in found]))


def _times(bank: Bank, pace: Pace, language: str, generator: np.random.Generator) -> Array:
    """Invent the times of many pupils on questions of the bank; (PUPILS, measured)."""
    texts = load_texts(language).items
    lengths = np.array([len(texts[name].split()) for name in bank.live], dtype=float)
    size = (PUPILS, QUESTIONS)
    words = pace.share * generator.permuted(np.tile(lengths, (PUPILS, 1)), axis=1)[:, :QUESTIONS]
    rate = pace.words * np.exp(generator.normal(0, pace.spread, (PUPILS, 1)))
    choosing = pace.choosing * np.exp(generator.normal(0, pace.choosing_spread, size))
    tired = (1 - pace.quicker) ** (np.arange(QUESTIONS) // BLOCK)
    times = (_MINUTE * words / rate + choosing) * tired
    times = np.where(generator.random(size) < pace.away, 10 * times, times)
    blind = _BLIND[0] * np.exp(generator.normal(0, _BLIND[1], size))
    times = np.where(generator.random(size) < pace.blind, blind, times)
    result: Array = times[:, QUESTIONS - pace.measured :]
    return result


def main() -> None:
    """Print how many are called fast, and the median time of a card."""
    bank = load_bank()
    for title, paces in (
        ("honest", HONEST),
        ("edge", AT_THE_EDGE),
        ("careless", CARELESS),
    ):
        for name, pace in paces.items():
            shares = [share_called_fast(bank, pace, language) for language in ("nl", "en")]
            median = np.median(_times(bank, pace, "nl", np.random.default_rng(SEED))) / 1000
            print(f"{title:<9} {name:<56} {median:5.1f} s  {shares[0]:.3f} {shares[1]:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
