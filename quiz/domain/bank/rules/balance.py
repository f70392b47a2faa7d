"""Rules about which questions there are: seven equal worlds, each with people, things and ideas.

And which subjects within a world (tags) they ask about.
"""

from collections import Counter
from collections.abc import Iterator

from quiz.domain.bank.schema import FACETS, Bank, Item

LIVE_PER_WORLD = 8
MAIN_LOADING = 0.66
CROSS_LOADING = (0.1, 0.3)
MOST_CROSS_LOADINGS = 2
MOST_TAGS_OF_ONE = 2


def check_balance(bank: Bank) -> list[str]:
    """List every finding about worlds, facets, loadings, keying, pictures, tech types and tags."""
    findings = [*_worlds(bank), *_pictures(bank), *_tech_types(bank), *_tags(bank)]
    findings += _versions(bank)
    for item in bank.items.values():
        findings += [f"bank.yaml, {item.id}: {problem}" for problem in _item(item)]
    return findings


def _worlds(bank: Bank) -> Iterator[str]:
    live = [bank.items[name] for name in bank.live]
    for world in bank.worlds:
        facets = Counter(item.facet for item in live if item.world == world)
        if facets.total() != LIVE_PER_WORLD:
            yield (
                f"bank.yaml, {world}: has {facets.total()} live questions; "
                f"make it {LIVE_PER_WORLD}, as in every world"
            )
        for facet in FACETS:
            if not facets[facet]:
                yield f"bank.yaml, {world}: has no live question about {facet}; write one"


def _pictures(bank: Bank) -> Iterator[str]:
    owners: dict[str, str] = {}
    asked = {name: bank.items[name].picture for name in bank.live}
    for file, pictures in (("bank", asked), ("tech_type", bank.tech_pictures)):
        for name, picture in pictures.items():
            if picture in owners:
                yield (
                    f"{file}.yaml, {name}: has the same picture as {owners[picture]}; "
                    "choose another"
                )
            owners.setdefault(picture, name)


def _versions(bank: Bank) -> Iterator[str]:
    """An answer is stored under the id, so what means something else has another id."""
    for item in bank.items.values():
        first, _, number = item.id.rpartition("-")
        told = int(number) if number.isdigit() else 1
        if item.version != told:
            yield (
                f"bank.yaml, {item.id}: version is {item.version}, its name says {told}; keep it "
                f"as it was (retired) and add {first if number.isdigit() else item.id}-2 (or the "
                "next number) with the new words"
            )
        former = first if told == 2 else f"{first}-{told - 1}"
        if told > 1 and former not in bank.items:
            yield f"bank.yaml, {item.id}: {former} is gone; put it back for earlier answers"
        elif told > 1 and bank.items[former].status != "retired":
            yield f"bank.yaml, {former}: is asked beside {item.id}; put one of them on retired"


def _tech_types(bank: Bank) -> Iterator[str]:
    asked = Counter(bank.tech_items.values())
    for name in bank.tech_types:
        if asked[name] != 1:
            yield f"tech_type.yaml, {name}: has {asked[name]} questions; make it one"


def _tags(bank: Bank) -> Iterator[str]:
    for name, tag in bank.tags.items():
        for item in tag.items:
            if item not in bank.items:
                yield f"tags.yaml, {name}: {item} is no question; remove it or mend its name"
        found = [bank.items[item].world for item in tag.items if item in bank.live]
        if tag.world not in found:
            yield f"tags.yaml, {name}: has no live question of {tag.world}; add one"
    asked = Counter(item for tag in bank.tags.values() for item in set(tag.items))
    for item in bank.live:
        if not 1 <= asked[item] <= MOST_TAGS_OF_ONE:
            yield f"tags.yaml, {item}: has {asked[item]} tags; give it one or two"


def _item(item: Item) -> Iterator[str]:
    main, *cross = item.loadings
    if main != item.world or item.loadings[main] != MAIN_LOADING:
        yield f"the first loading must be its own world with {MAIN_LOADING}; put it first"
    if len(cross) > MOST_CROSS_LOADINGS:
        yield f"has {len(cross)} other worlds; keep at most {MOST_CROSS_LOADINGS}"
    low, high = CROSS_LOADING
    for world in cross:
        if not low <= item.loadings[world] <= high:
            yield f"loading {item.loadings[world]} on {world}; choose from {low} to {high}"
    if item.keying != 1:
        yield "keying is -1; ask for something that pupils of this world like, keying 1"
