"""People, things and ideas: where a pupil likes one of them clearly more than another."""

from collections.abc import Iterator

from quiz.domain.talk.answers import Answers, highest, lowest, mean

# A difference that is worth a question: one whole step of the scale, over enough answers.
STEP = 1.0
ENOUGH = 3
PAIRS = (
    ("things_over_people", "things", "people"),
    ("people_over_things", "people", "things"),
    ("ideas_over_things", "ideas", "things"),
    ("things_over_ideas", "things", "ideas"),
)


def facet_signals(answers: Answers) -> dict[str, dict[str, str | int]]:
    """Each pair with a clear difference, and two answers of the pupil that show it."""
    return dict(_found(answers))


def _found(answers: Answers) -> Iterator[tuple[str, dict[str, str | int]]]:
    for signal, more, less in PAIRS:
        high, low = answers.of_facet(more), answers.of_facet(less)
        if min(len(high), len(low)) < ENOUGH:
            continue
        if mean(high.values()) - mean(low.values()) < STEP:
            continue
        item, other = highest(high), lowest(low)
        if high[item] >= answers.liked and low[other] <= answers.disliked:
            yield (
                signal,
                {
                    "item": item,
                    "value": high[item],
                    "other": other,
                    "other_value": low[other],
                },
            )
