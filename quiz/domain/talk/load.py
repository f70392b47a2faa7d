"""Reads the guide from the content folder: when to ask in one file, the words in one a language.

People who cannot code write questions/results/talk; see questions/README.md.
"""

from collections.abc import Mapping
from pathlib import Path

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.bank.schema import COMPETENCES
from quiz.domain.bank.texts import load_texts
from quiz.domain.talk.schema import (
    MINUTES,
    NOTICED,
    PARTS,
    REMARKS,
    SIGNALS,
    Guide,
    Prompt,
)

FOLDER = "results/talk"
_FIELDS = ("how", "competences", "noticed", "remarks", "prompts")


def load_guide(language: str, folder: Path = paths.QUESTIONS) -> Guide:
    """The guide in one language ("nl" or "en"); BankError when it cannot be used."""
    texts = load_texts(language, folder)
    moments = _moments(folder)
    place, content = read_yaml(folder, f"{FOLDER}/{language}.yaml")
    fields = place.fields(content, _FIELDS)
    words = _prompts(place.at("prompts"), fields["prompts"], moments)
    return Guide(
        prompts={
            part: tuple(Prompt(name, when, *words[name]) for name, when in listed.items())
            for part, listed in moments.items()
        },
        competences=_competences(place.at("competences"), fields["competences"]),
        how=_how(place.at("how"), fields["how"]),
        noticed=_named(place.at("noticed"), fields["noticed"], NOTICED),
        remarks=_named(place.at("remarks"), fields["remarks"], REMARKS),
        texts=texts,
    )


def _moments(folder: Path) -> dict[str, dict[str, str]]:
    """Per part: the id of each question and the signal that it follows from."""
    place, content = read_yaml(folder, f"{FOLDER}/guide.yaml")
    fields = place.fields(content, PARTS)
    taken: dict[str, str] = {}
    return {part: _part(place.at(part), fields[part], taken) for part in PARTS}


def _part(place: Location, value: object, taken: dict[str, str]) -> dict[str, str]:
    listed = place.texts_by_name(value)
    for name, when in listed.items():
        if name in taken:
            raise place.at(name).refuse("this id stands there twice; rename one")
        place.at(name).one_of(when, SIGNALS)
    taken.update(listed)
    return listed


def _prompts(
    place: Location, value: object, moments: Mapping[str, Mapping[str, str]]
) -> dict[str, tuple[str, str]]:
    names = [name for listed in moments.values() for name in listed]
    prompts = place.fields(value, names)
    return {name: _prompt(place.at(name), prompts[name]) for name in names}


def _prompt(place: Location, value: object) -> tuple[str, str]:
    fields = place.fields(value, ("ask", "why"))
    return place.at("ask").text(fields["ask"]), place.at("why").text(fields["why"])


def _competences(place: Location, value: object) -> dict[str, tuple[str, str]]:
    fields = place.fields(value, COMPETENCES)
    return {name: _competence(place.at(name), entry) for name, entry in fields.items()}


def _competence(place: Location, value: object) -> tuple[str, str]:
    fields = place.fields(value, ("name", "text"))
    return place.at("name").text(fields["name"]), place.at("text").text(fields["text"])


def _how(place: Location, value: object) -> dict[int, str]:
    found = {
        place.whole(minutes): place.at(minutes).text(text)
        for minutes, text in place.mapping(value).items()
    }
    if tuple(sorted(found)) != MINUTES:
        raise place.refuse("must speak about 10 and about 25 minutes, and no other talk")
    return found


def _named(
    place: Location, value: object, names: Mapping[str, object] | tuple[str, ...]
) -> dict[str, str]:
    return {name: place.at(name).text(text) for name, text in place.fields(value, names).items()}
