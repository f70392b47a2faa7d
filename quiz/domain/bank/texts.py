"""Reads every word of the content in one language into Texts."""

from pathlib import Path

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.bank.schema import JOB_LEVELS, LANGUAGES, BankError, TechTypeText, Texts, WorldText

_WORLD_FIELDS = ("name", "short", "do", "make", "jobs", "surprise")


def load_texts(language: str, folder: Path = paths.QUESTIONS) -> Texts:
    """All texts in one language ("nl" or "en"); BankError when a file cannot be used."""
    if language not in LANGUAGES:
        raise BankError(f"{language!r} is not a language of ours; choose {' or '.join(LANGUAGES)}")
    place, content = read_yaml(folder, f"texts/{language}.yaml")
    fields = place.fields(content, ("scale", "items", "tech_type_items", "zoom_items", "tags"))
    results, tech_types = _results(folder, language)
    return Texts(
        scale=_scale(place.at("scale"), fields["scale"]),
        items=place.at("items").texts_by_name(fields["items"]),
        tech_items=place.at("tech_type_items").texts_by_name(fields["tech_type_items"]),
        zoom_items=place.at("zoom_items").texts_by_name(fields["zoom_items"]),
        worlds=_worlds(folder, language),
        results=results,
        tech_types=tech_types,
        tags=place.at("tags").texts_by_name(fields["tags"]),
    )


def _scale(place: Location, value: object) -> dict[int, str]:
    return {
        place.whole(answer): place.at(answer).text(word)
        for answer, word in place.mapping(value).items()
    }


def _worlds(folder: Path, language: str) -> dict[str, WorldText]:
    place, content = read_yaml(folder, f"worlds/{language}.yaml")
    return {
        place.text(world): _world(place.at(world), page)
        for world, page in place.mapping(content).items()
    }


def _world(place: Location, page: object) -> WorldText:
    fields = place.fields(page, _WORLD_FIELDS)
    jobs = place.at("jobs").fields(fields["jobs"], JOB_LEVELS)
    return WorldText(
        name=place.at("name").text(fields["name"]),
        short=place.at("short").text(fields["short"]),
        do=place.at("do").texts(fields["do"]),
        make=place.at("make").texts(fields["make"]),
        jobs=tuple((level, place.at(f"jobs {level}").texts(jobs[level])) for level in JOB_LEVELS),
        surprise=place.at("surprise").texts(fields["surprise"]),
    )


def _results(folder: Path, language: str) -> tuple[dict[str, str], dict[str, TechTypeText]]:
    place, content = read_yaml(folder, f"results/{language}.yaml")
    fields = place.fields(content, ("messages", "tech_types"))
    types = place.at("tech_types")
    return place.at("messages").texts_by_name(fields["messages"]), {
        types.text(name): _tech_type(types.at(name), value)
        for name, value in types.mapping(fields["tech_types"]).items()
    }


def _tech_type(place: Location, value: object) -> TechTypeText:
    names = ("name", "short", "text")
    fields = place.fields(value, names)
    return TechTypeText(**{name: place.at(name).text(fields[name]) for name in names})
