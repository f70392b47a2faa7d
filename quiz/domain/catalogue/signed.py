"""What a decaan signs: which programmes may stand first for whom, and which never.

The lists stand in questions/signed/, a file for each world, and in it per subject of that world
(questions/tags.yaml) what suits a pupil who likes exactly that. Nothing here chooses programmes:
the lists judge what the matching chose (`make signed`).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quiz.config import paths
from quiz.domain.bank.reading import Location, read_yaml
from quiz.domain.catalogue.matching.ladder import LADDER

FOLDER = "signed"
_SUBJECT = ("may", "obvious", "never_groups", "never")
_RULE = ("schools", "tags", "may", "never", "levels", "first")

# Programme ids with their level, and subjects with their world.
Levels = Mapping[str, str]
Tags = Mapping[str, str]


@dataclass(frozen=True)
class Signed:
    """What one pupil may see among the first three; no `levels` or `first` means any level.

    `obvious`: what comes to mind first; one of these at least stands among the three.
    """

    may: frozenset[str]
    never: frozenset[str]
    obvious: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SchoolRule:
    """What is different at some school types ("mbo", or one year of it: "mbo 4")."""

    schools: tuple[str, ...]
    tags: tuple[str, ...]
    signed: Signed

    def holds(self, tag: str, school_type: str, year: int | None) -> bool:
        """Whether it is about this subject and this pupil."""
        here = {school_type, f"{school_type} {year}"} & set(self.schools)
        return bool(here) and tag in self.tags


@dataclass(frozen=True)
class SignedLists:
    """All lists, per subject, and the rules per school type."""

    subjects: Mapping[str, Signed]
    rules: tuple[SchoolRule, ...]

    def for_pupil(self, tag: str, school_type: str, year: int | None) -> Signed:
        """The list for a pupil who likes exactly this subject; the rules of the school win."""
        signed = self.subjects[tag]
        for rule in self.rules:
            if rule.holds(tag, school_type, year):
                own = rule.signed
                signed = Signed(
                    may=signed.may - own.never | own.may,
                    never=signed.never - own.may | own.never,
                    obvious=signed.obvious,
                    levels=own.levels or signed.levels,
                    first=own.first or signed.first,
                )
        return signed


def load_signed(levels: Levels, tags: Tags, folder: Path = paths.QUESTIONS) -> SignedLists:
    """Read all lists; raises BankError with one clear line."""
    groups = _groups(folder, levels)
    subjects = {
        tag: signed
        for world in dict.fromkeys(tags.values())
        for tag, signed in _world(folder, world, groups, levels, tags)
    }
    return SignedLists(subjects, tuple(_rules(folder, levels, tags)))


def _groups(folder: Path, levels: Levels) -> dict[str, frozenset[str]]:
    place, content = read_yaml(folder / FOLDER, "groups.yaml")
    return {
        name: _known(place.at(name), listed, levels)
        for name, listed in place.mapping(content).items()
    }


def _world(
    folder: Path, world: str, groups: Mapping[str, frozenset[str]], levels: Levels, tags: Tags
) -> Iterator[tuple[str, Signed]]:
    """Read one file; it holds every subject of its world and no other."""
    place, content = read_yaml(folder / FOLDER, f"{world}.yaml")
    own = [tag for tag, home in tags.items() if home == world]
    for tag, entry in place.fields(content, own).items():
        here = place.at(tag)
        fields = here.fields({"never": [], **here.mapping(entry)}, _SUBJECT)
        may = frozenset(_on_levels(here.at("may"), fields["may"], levels))
        never = _known(here.at("never"), fields["never"], levels)
        for group in here.entries(fields["never_groups"]):
            never |= groups[here.at("never_groups").one_of(group, groups)]
        _refuse_both(here, may, never)
        obvious = _known(here.at("obvious"), here.entries(fields["obvious"]), levels)
        for programme in obvious:
            here.at("obvious").one_of(programme, may)
        yield tag, Signed(may, never, obvious)


def _on_levels(place: Location, value: object, levels: Levels) -> Iterator[str]:
    for level, listed in place.mapping(value).items():
        here = place.at(level)
        for programme in _known(here, here.entries(listed), levels):
            if levels[programme] != level:
                raise here.refuse(f"{programme} is on {levels[programme]}; list it there")
            yield programme


def _rules(folder: Path, levels: Levels, tags: Tags) -> Iterator[SchoolRule]:
    place, content = read_yaml(folder / FOLDER, "schools.yaml")
    empty: dict[str, Any] = {"may": [], "never": [], "levels": [], "first": []}
    for number, entry in enumerate(place.entries(content), 1):
        here = place.at(f"rule {number}")
        fields = here.fields({"tags": list(tags), **empty, **here.mapping(entry)}, _RULE)
        schools, own = here.texts(fields["schools"]), here.texts(fields["tags"])
        for school in schools:
            here.one_of(school.partition(" ")[0], LADDER)
        for tag in own:
            here.one_of(tag, tags)
        ids = {name: _known(here.at(name), fields[name], levels) for name in ("may", "never")}
        _refuse_both(here, ids["may"], ids["never"])
        steps = {name: _names(here.at(name), fields[name], levels) for name in ("levels", "first")}
        yield SchoolRule(schools, own, Signed(**ids, **steps))


def _known(place: Location, value: object, levels: Levels) -> frozenset[str]:
    """The ids of a list that may be empty; each is a programme, and stands there once."""
    listed = place.texts(value) if value else ()
    for programme in listed:
        if programme not in levels:
            raise place.refuse(f"{programme} is no programme of the catalogue; correct the id")
        if listed.count(programme) > 1:
            raise place.refuse(f"{programme} stands there twice; keep one of them")
    return frozenset(listed)


def _names(place: Location, value: object, levels: Levels) -> frozenset[str]:
    listed = place.texts(value) if value else ()
    return frozenset(place.one_of(level, set(levels.values())) for level in listed)


def _refuse_both(place: Location, may: Collection[str], never: Collection[str]) -> None:
    both = sorted(set(may) & set(never))
    if both:
        raise place.refuse(f"{both[0]} may be shown and may never be; remove it from one of them")
