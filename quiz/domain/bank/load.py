"""Reads the questions and the scale from the content folder into a Bank.

Refuses what no engine could use; the rules for a *good* question are in `quiz.domain.bank.check`.
"""

from pathlib import Path
from typing import Any

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.bank.schema import FACETS, STATUSES, Bank, Item
from quiz.domain.bank.tags import Tag
from quiz.domain.bank.zoom import read_zoom

_ITEM_FIELDS = (
    "id",
    "world",
    "facet",
    "loadings",
    "keying",
    "status",
    "author",
    "version",
    "picture",
)


def load_bank(folder: Path = paths.QUESTIONS) -> Bank:
    """All questions of the folder; BankError (one line) when a file cannot be used."""
    worlds = _worlds(folder)
    values, unknown = _scale(folder)
    version, items = _items(folder, worlds)
    tech = _tech_type(folder, items)
    taken = {*items, *tech["tech_items"], *tech["former_tech_items"]}
    zoom, tags = read_zoom(folder, worlds, _tags(folder, worlds), taken)
    return Bank(
        version=version,
        worlds=worlds,
        items=items,
        values=values,
        unknown=unknown,
        tags=tags,
        zoom=zoom,
        **tech,
    )


def _worlds(folder: Path) -> tuple[str, ...]:
    place, content = read_yaml(folder, "worlds.yaml")
    worlds: dict[str, None] = {}
    for entry in place.entries(content):
        worlds[place.new_id(place.fields(entry, ("id",))["id"], worlds)] = None
    return tuple(worlds)


def _scale(folder: Path) -> tuple[tuple[int, ...], int]:
    place, content = read_yaml(folder, "scale.yaml")
    fields = place.fields(content, ("values", "unknown"))
    values = tuple(place.whole(value) for value in place.entries(fields["values"]))
    unknown = place.whole(fields["unknown"])
    if len(values) < 2 or list(values) != sorted(set(values)):
        raise place.refuse("values must be at least two different numbers, low to high")
    if unknown in values:
        raise place.refuse(f"unknown is {unknown}, but that is also a real answer; choose another")
    return values, unknown


def _items(folder: Path, worlds: tuple[str, ...]) -> tuple[int, dict[str, Item]]:
    place, content = read_yaml(folder, "bank.yaml")
    fields = place.fields(content, ("version", "items"))
    items: dict[str, Item] = {}
    for entry in place.entries(fields["items"]):
        named = place.mapping(entry)
        name = place.new_id(named.get("id"), items)
        items[name] = _item(place.at(name), named, worlds)
    return place.at("version").whole(fields["version"]), items


def _item(place: Location, entry: dict[Any, Any], worlds: tuple[str, ...]) -> Item:
    fields = place.fields(entry, _ITEM_FIELDS)
    return Item(
        id=fields["id"],
        world=place.at("world").one_of(fields["world"], worlds),
        facet=place.at("facet").one_of(fields["facet"], FACETS),
        loadings=_loadings(place.at("loadings"), fields["loadings"], worlds),
        keying=place.at("keying").one_of(fields["keying"], (1, -1)),
        status=place.at("status").one_of(fields["status"], STATUSES),
        author=place.at("author").text(fields["author"]),
        version=place.at("version").whole(fields["version"]),
        picture=place.at("picture").text(fields["picture"]),
    )


def _loadings(place: Location, value: object, worlds: tuple[str, ...]) -> dict[str, float]:
    loadings = {}
    for world, weight in place.mapping(value).items():
        place.one_of(world, worlds)
        if not isinstance(weight, (int, float)) or not 0 < weight < 1:
            raise place.at(world).refuse(f"must be a number between 0 and 1, not {weight!r}")
        loadings[world] = float(weight)
    return loadings


def _tags(folder: Path, worlds: tuple[str, ...]) -> dict[str, Tag]:
    place, content = read_yaml(folder, "tags.yaml")
    tags: dict[str, Tag] = {}
    for entry, value in place.mapping(content).items():
        name = place.new_id(entry, tags)
        inner = place.at(name)
        fields = inner.fields(value, ("world", "items"))
        world = inner.at("world").one_of(fields["world"], worlds)
        tags[name] = Tag(world, inner.at("items").texts(fields["items"]))
    return tags


def _tech_type(folder: Path, items: dict[str, Item]) -> dict[str, Any]:
    """The fields of a Bank about the way in which somebody approaches technology."""
    place, content = read_yaml(folder, "tech_type.yaml")
    fields = place.fields(content, ("types", "items", "retired"))
    types: dict[str, None] = {}
    for entry in place.entries(fields["types"]):
        types[place.new_id(entry, types)] = None
    asked: dict[str, str] = {}
    former: dict[str, str] = {}
    pictures: dict[str, str] = {}
    for entry in place.entries(fields["items"]):
        named = place.fields(entry, ("id", "type", "picture"))
        name = place.new_id(named["id"], {**items, **asked})
        asked[name] = place.at(name).one_of(named["type"], types)
        pictures[name] = place.at(name).text(named["picture"])
    for entry in place.entries(fields["retired"]):
        named = place.fields(entry, ("id", "type"))
        name = place.new_id(named["id"], {**items, **asked, **former})
        former[name] = place.at(name).one_of(named["type"], types)
    return {
        "tech_types": tuple(types),
        "tech_items": asked,
        "former_tech_items": former,
        "tech_pictures": pictures,
    }
