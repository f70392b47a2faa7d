"""Reads the questions that zoom in on a world, asked after the result (ADR 0033)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.bank.schema import FACETS, STATUSES
from quiz.domain.bank.tags import Tag, ZoomItem

_FIELDS = ("id", "world", "tag", "facet", "keying", "status", "author", "version", "picture")


def read_zoom(
    folder: Path, worlds: Collection[str], tags: Mapping[str, Tag], taken: Collection[str]
) -> tuple[dict[str, ZoomItem], dict[str, Tag]]:
    """The questions of zoom.yaml, and the tags with the questions about each of them.

    `taken`: ids of other questions; one id names one question everywhere. Raises BankError.
    """
    place, content = read_yaml(folder, "zoom.yaml")
    items: dict[str, ZoomItem] = {}
    for entry in place.entries(place.fields(content, ("items",))["items"]):
        named = place.mapping(entry)
        name = place.new_id(named.get("id"), {*taken, *items})
        items[name] = _item(place.at(name), named, worlds, tags)
    return items, {name: replace(tag, zoom=_asked(items, name)) for name, tag in tags.items()}


def _item(
    place: Location, entry: object, worlds: Collection[str], tags: Collection[str]
) -> ZoomItem:
    fields = place.fields(entry, _FIELDS)
    return ZoomItem(
        id=fields["id"],
        world=place.at("world").one_of(fields["world"], worlds),
        tag=place.at("tag").one_of(fields["tag"], tags),
        facet=place.at("facet").one_of(fields["facet"], FACETS),
        keying=place.at("keying").one_of(fields["keying"], (1,)),
        status=place.at("status").one_of(fields["status"], STATUSES),
        author=place.at("author").text(fields["author"]),
        version=place.at("version").whole(fields["version"]),
        picture=place.at("picture").text(fields["picture"]),
    )


def _asked(items: Mapping[str, ZoomItem], tag: str) -> tuple[str, ...]:
    return tuple(item.id for item in items.values() if item.tag == tag)
