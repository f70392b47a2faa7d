"""Proves that the guide keeps its own rules: one line per finding, none when in order."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from string import Formatter

from quiz.config import paths
from quiz.domain.bank.rules.readability import reading_ease
from quiz.domain.bank.schema import LANGUAGES, BankError
from quiz.domain.talk.load import FOLDER, load_guide
from quiz.domain.talk.schema import CERTAIN, NOTICED, PARTS, REMARKS, SIGNALS, Guide, Prompt

EASE = 65
LONGEST = 34
# An open question begins with one of these, perhaps after one or two small words or a comma.
_OPEN = {
    "nl": "wat|wie|waar|waarin|waarmee|waaraan|waardoor|waarvoor|wanneer|hoe|hoeveel|welk|welke",
    "en": "what|who|whom|where|when|how|which|whose",
}
_START = {
    language: re.compile(rf"(?:(?:\w+ ){{0,2}}|.*[,:] )(?:{words})\b", re.IGNORECASE)
    for language, words in _OPEN.items()
}
# A question that begins with its verb can be answered with yes or no, also if more comes after it.
_CLOSED = {
    "nl": "ben|bent|is|zijn|was|heb|hebt|heeft|kun|kan|kunnen|zou|zal|wil|mag|moet|vind|vond|denk"
    "|weet|ken|doe|deed|ga|past|klopt|zie|herken|lijkt|word|wordt|durf|houd",
    "en": "are|is|was|were|have|has|had|can|could|would|will|may|must|should|do|does|did|shall",
}
_VERB_FIRST = {
    language: re.compile(rf"(?:{words})\b", re.IGNORECASE) for language, words in _CLOSED.items()
}
_VERDICT = {
    "nl": "je bent g?een|(?:on)?geschikt|niveau|advies|talent|aanleg|slim|goed in|slecht in"
    "|past (?:niet )?bij (?:je|jou)|je moet|je hoort|te moeilijk|te makkelijk|jongens|meisjes",
    "en": "you are (?:not )?an?|(?:un)?suitable|level|advice|talent|aptitude|clever|good at|bad at"
    "|suits? you|you must|you should|too difficult|too easy|boys|girls",
}
_VERDICTS = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _VERDICT.items()
}


def check_guide(folder: Path = paths.QUESTIONS) -> list[str]:
    """List every finding about the talk guide; a folder without one is not blamed for it."""
    if not (folder / FOLDER).is_dir():
        return []
    read: dict[str, Guide] = {}
    findings = []
    for language in LANGUAGES:
        try:
            read[language] = load_guide(language, folder)
        except BankError as error:
            findings.append(str(error))
    for language, guide in read.items():
        findings += [f"{FOLDER}/{language}.yaml, {each}" for each in _guide(guide, language)]
    for first, second in combinations(read, 2):
        findings += _same_blanks(read[first], read[second])
    return findings


def _guide(guide: Guide, language: str) -> Iterator[str]:
    for part in PARTS:
        for prompt in guide.prompts[part]:
            yield from (f"{prompt.id}: {each}" for each in _prompt(prompt, language))
        yield from _certain(part, guide.prompts[part])
    yield from _sentences("noticed", guide.noticed, {name: SIGNALS[name] for name in NOTICED})
    yield from _sentences("remarks", guide.remarks, REMARKS)
    for name, texts in _all_texts(guide).items():
        ease = reading_ease(texts, language)
        if ease < EASE:
            yield f"{name}: reads at {ease:.0f}, harder than {EASE}; use shorter words"
        said = _VERDICTS[language].search(" ".join(texts))
        if said:
            yield f"{name}: says {said.group()!r}, a verdict or a push; say it otherwise"


def _prompt(prompt: Prompt, language: str) -> Iterator[str]:
    questions = re.findall(r"[^.?!]+\?", prompt.ask)
    if not questions:
        yield "asks nothing; end with an open question"
    for question in questions:
        text = question.strip()
        if _VERB_FIRST[language].match(text) or not _START[language].match(text):
            yield f"{text!r} can be answered with yes or no; begin with what, who, where or how"
    if len(prompt.ask.split()) > LONGEST:
        yield f"is longer than {LONGEST} words; make it shorter"
    yield from _strange(prompt.ask + prompt.why, SIGNALS[prompt.when])
    if not blanks_of(prompt.why):
        yield "its why quotes no answer and no world; fill in at least one"


def _certain(part: str, prompts: tuple[Prompt, ...]) -> Iterator[str]:
    """Every part has something to ask of a pupil of whom nothing else was noticed."""
    asked = {prompt.when for prompt in prompts}
    for signal in CERTAIN:
        if signal not in asked:
            yield f"{part}: has no question that follows from {signal!r}; write one"


def _sentences(
    name: str, sentences: Mapping[str, str], allowed: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    for key, sentence in sentences.items():
        yield from (f"{name}, {key}: {each}" for each in _strange(sentence, allowed[key]))


def _strange(text: str, allowed: frozenset[str]) -> Iterator[str]:
    strange = blanks_of(text) - allowed
    if strange:
        listed = ", ".join(sorted(allowed)) or "nothing"
        yield f"fills in {', '.join(sorted(strange))}; there is only {listed}"


def blanks_of(text: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _all_texts(guide: Guide) -> dict[str, list[str]]:
    """What is read together: each part, what is noticed, the remarks, and how to hold a talk."""
    parts = {
        part: [text for prompt in guide.prompts[part] for text in (prompt.ask, prompt.why)]
        for part in PARTS
    }
    return {
        **parts,
        "noticed": list(guide.noticed.values()),
        "remarks": list(guide.remarks.values()),
        "how": list(guide.how.values()),
        "competences": [text for _name, text in guide.competences.values()],
    }


def _same_blanks(one: Guide, other: Guide) -> Iterator[str]:
    """Both languages quote the same."""
    for part in PARTS:
        for first, second in zip(one.prompts[part], other.prompts[part], strict=True):
            if blanks_of(first.why) != blanks_of(second.why):
                yield f"{FOLDER}, {first.id}: the languages quote different things; use the same"
    for name in NOTICED:
        if blanks_of(one.noticed[name]) != blanks_of(other.noticed[name]):
            yield f"{FOLDER}, noticed, {name}: the languages fill in different values"
