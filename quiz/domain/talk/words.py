"""Puts a pupil's own words into the sentences of the guide."""

from collections.abc import Iterable, Mapping

from quiz.domain.bank.schema import Texts
from quiz.domain.talk.schema import NOTICED, Guide
from quiz.domain.talk.signals import Signals


def fill(sentence: str, blanks: Mapping[str, str | int], texts: Texts) -> str:
    """A sentence with worlds, questions and answers by their names in this language."""
    return sentence.format(**{name: _word(name, raw, texts) for name, raw in blanks.items()})


def noticed(guide: Guide, signals: Signals) -> tuple[str, ...]:
    """What in this result does not seem to agree, as sentences, the most telling first."""
    return tuple(
        fill(guide.noticed[name], signals.found[name], guide.texts)
        for name in NOTICED
        if name in signals
    )


def quality(guide: Guide, remarks: Iterable[str], answered: int) -> tuple[str, ...]:
    """What the remarks about the answers mean for a talk."""
    return tuple(guide.remarks[code].format(answered=answered) for code in remarks)


def _word(name: str, raw: str | int, texts: Texts) -> str:
    if name in ("item", "other"):
        return texts.items.get(str(raw)) or texts.tech_items[str(raw)]
    if name in ("value", "other_value"):
        return texts.scale[int(raw)]
    if name in ("world", "first", "second", "third"):
        return texts.worlds[str(raw)].name
    if name == "tag":
        return texts.tags[str(raw)]
    return texts.tech_types[str(raw)].name.lower() if name == "type" else str(raw)
