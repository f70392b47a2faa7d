"""What stands on our sheets: the career portfolio of a pupil, a talk, and one for parents.

People who cannot code write questions/paper; what is read here is checked like all content.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.bank.rules.pages import check_sentences
from quiz.domain.bank.schema import COMPETENCES, LANGUAGES, BankError

FOLDER = "paper"
PARTS = ("is", "is_not", "talk", "together")
_PLAIN = ("title", "kind", "lead", "worlds", "jobs", "privacy", "foot")
# Every word of the sheet for the portfolio, by the part of the sheet where it stands.
WORDS: Mapping[str, tuple[str, ...]] = {
    "sheet": (
        *("title", "kind", "kind_primary", "name", "group", "nickname", "made"),
        *("more", "code"),
    ),
    "goal": ("title", "text", "own"),
    "result": ("title",),
    "sky": ("title", "text", "alt"),
    "table": ("title",),
    "column": ("world", "interest", "certainty", "competence", "quiz", "write"),
    "why": ("title", "work"),
    "own": ("title",),
    "today": ("title",),
    "evaluation": ("title", "fits", "surprise"),
    "competences": ("title", "text", "nothing"),
    "steps": ("title", "first", "own", "what", "when", "who"),
    "agreed": ("title", "done"),
    "plan": ("title", "kind", "text", "did", "found", "proof"),
    "kept": ("title",),
    "note": ("title", "versions", "foot"),
}
# Every word of the sheet for a talk.
TALK = (
    *("title", "kind", "nickname", "who", "made", "until", "short", "noticed", "today", "why"),
    *("profile", "chart", "talk", "opening", "closing", "agreed", "steps"),
    *("care", "foot"),
)
# The words with blanks: what the sky shows, what made the result, and jobs in a world.
_BLANKS = {
    "alt": frozenset({"worlds"}),
    "more": frozenset({"count"}),
    "versions": frozenset({"bank", "model"}),
    "jobs": frozenset({"jobs"}),
    "talk": frozenset({"minutes"}),
}


@dataclass(frozen=True)
class Competence:
    """One of the five loopbaancompetenties: its name, what it asks, what the quiz says of it.

    `says` may name the worlds on top as {worlds}; `question` is an open one to answer by hand.
    """

    name: str
    asks: str
    says: str
    question: str


@dataclass(frozen=True)
class Part:
    """A part of the sheet for parents: a title and short lines."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class ParentSheet:
    """The sheet for parents; the names of the worlds come from questions/worlds.

    `jobs` introduces a few jobs of a world, as {jobs}.
    """

    title: str
    kind: str
    lead: str
    worlds: str
    jobs: str
    privacy: str
    foot: str
    parts: Mapping[str, Part]


@dataclass(frozen=True)
class Paper:
    """All words of the three sheets in one language; competences in their usual order.

    `words` and `competences` are for the portfolio.
    """

    words: Mapping[str, Mapping[str, str]]
    competences: tuple[Competence, ...]
    talk: Mapping[str, str]
    parents: ParentSheet


def load_paper(language: str, folder: Path = paths.QUESTIONS) -> Paper:
    """Read questions/paper in one language; raises BankError with one clear line."""
    place, content = read_yaml(folder, f"{FOLDER}/{language}.yaml")
    fields = place.fields(content, ("dossier", "talk", "parents"))
    dossier = place.at("dossier").fields(fields["dossier"], ("words", "competences"))
    competences = place.at("competences").fields(dossier["competences"], COMPETENCES)
    return Paper(
        words=_words(place.at("words"), dossier["words"]),
        competences=tuple(_competence(place.at(each), competences[each]) for each in COMPETENCES),
        talk=_named(place.at("talk"), fields["talk"], TALK),
        parents=_parents(place.at("parents"), fields["parents"]),
    )


def check_paper(folder: Path = paths.QUESTIONS) -> list[str]:
    """List what is wrong with the sheets: unreadable, hard to read, or a verdict.

    A folder without sheets at all is one for another use, and not blamed for it.
    """
    if not (folder / FOLDER).is_dir():
        return []
    findings: list[str] = []
    shapes = []
    for language in LANGUAGES:
        try:
            paper = load_paper(language, folder)
        except BankError as error:
            findings.append(str(error))
            continue
        shapes.append([len(part.points) for part in paper.parents.parts.values()])
        for name, sentences in _pages(paper):
            place = f"{FOLDER}/{language}.yaml, {name}"
            findings += check_sentences(place, sentences, language)
    if any(shape != shapes[0] for shape in shapes):
        findings.append("paper: the languages have other points for parents; make them the same")
    return findings


def _words(place: Location, value: object) -> Mapping[str, Mapping[str, str]]:
    parts = place.fields(value, WORDS)
    return {part: _named(place.at(part), parts[part], names) for part, names in WORDS.items()}


def _named(place: Location, value: object, names: Iterable[str]) -> dict[str, str]:
    """Texts by exactly these names, each with its own blanks."""
    texts = place.texts_by_name(place.fields(value, names))
    for name, text in texts.items():
        _check_blanks(place.at(name), text, _BLANKS.get(name, frozenset()))
    return texts


def _competence(place: Location, entry: object) -> Competence:
    fields = place.fields(entry, ("name", "asks", "says", "question"))
    texts = place.texts_by_name(fields)
    for name, text in texts.items():
        allowed = frozenset({"worlds"}) if name == "says" and "{" in text else frozenset()
        _check_blanks(place.at(name), text, allowed)
    return Competence(**texts)


def _check_blanks(place: Location, text: str, wanted: frozenset[str]) -> None:
    try:
        found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        found = {"an open brace"}
    if found != wanted:
        named = ", ".join(f"{{{name}}}" for name in sorted(wanted)) or "nothing"
        raise place.refuse(f"must fill in {named}; mend the braces")


def _parents(place: Location, entry: object) -> ParentSheet:
    fields = place.fields(entry, (*_PLAIN, "parts"))
    parts = place.at("parts").fields(fields["parts"], PARTS)
    plain = _named(place, {name: fields[name] for name in _PLAIN}, _PLAIN)
    return ParentSheet(**plain, parts={name: _part(place.at(name), parts[name]) for name in PARTS})


def _part(place: Location, entry: object) -> Part:
    fields = place.fields(entry, ("title", "points"))
    return Part(place.text(fields["title"]), place.at("points").texts(fields["points"]))


def _pages(paper: Paper) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is read together, with its name."""
    told = tuple(text for each in paper.competences for text in (each.says, each.question))
    yield "dossier", (*(text for part in paper.words.values() for text in part.values()), *told)
    yield "talk", tuple(paper.talk.values())
    parents = paper.parents
    points = tuple(point for part in parents.parts.values() for point in part.points)
    yield "parents", (parents.lead, *points, parents.privacy, parents.foot)
