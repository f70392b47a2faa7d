"""What people write where the catalogue keeps a code: places, worlds and kinds by their names."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from quiz.domain.catalogue.catalogue import Catalogue
from quiz.domain.catalogue.files.cell import required
from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.files.table import Table
from quiz.domain.catalogue.places.lookup import find_places, municipalities_with
from quiz.domain.catalogue.upkeep.spoken_audience import audience_code
from quiz.domain.catalogue.upkeep.spoken_kinds import picked
from quiz.domain.catalogue.upkeep.spoken_months import months_code
from quiz.domain.catalogue.upkeep.spoken_names import by_word, folded, names_in, weighed
from quiz.domain.spreadsheets import dutch
from quiz.domain.text.words import Words

TOWNS = ("municipality", "location_municipality")
ADDRESSES = ("website", "source_url", "open_days_url", "programme_url")
PICKED = ("kind", "mode", "size_class")
MOST_MEANT = 3
WHOLLY = "1"
# Endings that nothing else has: brochure.pdf and jan.jansen are no addresses.
_WITHOUT_SCHEME = re.compile(
    r"(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|be|de|nu|info|edu|frl)(?:/\S*)?", re.IGNORECASE
)
_NO_ADDRESS = {"-", "–", "nvt", "n.v.t.", "n.v.t"}
_WHOLE_COUNTRY = {"nederland", "heelnederland", "landelijk"}  # there is a hamlet Nederland
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ALL_WORLDS = {folded(name) for name in ("alle", "alle werelden", "alle zeven", "all worlds")}


class Spoken:
    """Turns names into codes; what is a code already, or about something else, stays as it is."""

    def __init__(
        self,
        catalogue: Catalogue,
        regions: Collection[str],
        tags: Mapping[str, Sequence[str]] = MappingProxyType({}),
        table: Table | None = None,
    ) -> None:
        """Know worlds and tags by id and by name; of two places of one name the own is meant.

        `tags`: the names of each tag; `table`: says which kinds there are to pick from.
        """
        self._catalogue, self._regions = catalogue, regions
        self._towns = {code: code for code in catalogue.municipalities}
        self._tags = by_word(tags)
        self._names_of_tags = [names[0] for names in tags.values()]
        self._worlds = _with_beginnings(
            {each.id: (each.name_nl, each.name_en) for each in catalogue.worlds.values()}
        )

        self._readers: Mapping[str, Callable[[str], str]] = {
            **dict.fromkeys(TOWNS, self._town),
            **{column: partial(picked, _known(table, column)) for column in PICKED},
            "sectors": _listed,
            "worlds": self._all_worlds,
            "tags": self._all_tags,
            "audience": audience_code,
            "months": months_code,
        }

    def code(self, column: str, text: str) -> str:
        """The cell as the catalogue keeps it. Raises BadCell."""
        read = self._readers.get(column)
        return text if read is None else read(text)

    def _town(self, text: str) -> str:
        return self._towns.get(text) or self._named_town(required(text))

    def _named_town(self, text: str) -> str:
        known = self._catalogue.municipalities
        is_country = folded(text) in _WHOLE_COUNTRY
        found = set[str]() if is_country else municipalities_with(self._catalogue, text)
        own = {code for code in found if known[code].app_region_id in self._regions}
        if len(own or found) == 1:
            self._towns[text] = (own or found).pop()
            return self._towns[text]
        close = [] if is_country else find_places(self._catalogue, text, MOST_MEANT)
        meant = [place.label for place in close]
        advice = (
            Words("Bedoel je %(meant)s?", meant=" / ".join(meant))
            if meant
            else Words("Schrijf de naam van de gemeente.")
        )
        unclear = Words("'%(text)s' kennen we niet als plaats", text=text)
        if found:
            unclear = Words("er is meer dan één '%(text)s'", text=text)
        raise BadCell(unclear, advice)

    def _all_tags(self, text: str) -> str:
        return ";".join(map(self._tag, names_in(text, self._tags)))

    def _tag(self, name: str) -> str:
        tag = self._tags.get(folded(name), "" if self._tags else name.strip())
        if not tag:
            raise BadCell(
                Words("'%(name)s' is geen onderwerp", name=name.strip()),
                Words("Kies uit: %(known)s.", known="; ".join(self._names_of_tags)),
            )
        return tag

    def _all_worlds(self, text: str) -> str:
        if folded(text) in _ALL_WORLDS:
            return ";".join(f"{world}:{WHOLLY}" for world in self._catalogue.world_order)
        return ";".join(map(self._world, names_in(text, self._worlds)))

    def _world(self, part: str) -> str:
        """One world, with its weight behind it; without one it is wholly about that world."""
        name, weight = weighed(part)
        if not weight and ":" in part:  # a weight that nobody can read: the column says so
            name, _colon, weight = part.rpartition(":")
        world = self._worlds.get(folded(name))
        if world is None:
            known = "; ".join(each.name_nl for each in self._catalogue.worlds.values())
            raise BadCell(
                Words("'%(name)s' is geen wereld", name=name.strip()),
                Words("Kies uit: %(known)s.", known=known),
            )
        return f"{world}:{_share(weight.strip()) or WHOLLY}"


def with_scheme(column: str, text: str) -> str:
    """A web address that is written without https:// with it, "" for none; else as it is."""
    said = text.strip()
    if column not in ADDRESSES:
        return text
    if said.casefold() in _NO_ADDRESS:
        return ""
    return f"https://{said}" if _WITHOUT_SCHEME.fullmatch(said) else text


def _known(table: Table | None, column: str) -> Sequence[str]:
    cell = table and table.columns.get(column)
    return cell.known if cell else ()


def _listed(text: str) -> str:
    return ";".join(part.strip() for part in re.split("[;,]", text) if part.strip())


def _share(weight: str) -> str:
    """80% is 0.8; what is no share stays as it is."""
    if not weight.endswith("%"):
        return weight
    number = dutch.decimal(weight.removesuffix("%"))
    return weight if number is None else f"{number / 100:f}"


def _with_beginnings(names: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Names, and what they begin with where only one does: Digitaal, Energie & Water."""
    whole = by_word(names)
    begun: dict[str, set[str]] = {}
    for code, called in names.items():
        for name in called:
            words = _WORD.findall(name)
            for count in range(1, len(words)):
                begun.setdefault(folded(" ".join(words[:count])), set()).add(code)
    alone = {word: codes.pop() for word, codes in begun.items() if len(codes) == 1}
    return {**alone, **whole}
