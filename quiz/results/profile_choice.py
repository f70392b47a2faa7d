"""The profiles of a school judged for the worlds of this result: a line each, best first."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quiz.domain.catalogue.profiles import SchoolProfile, in_order_of_fit
from quiz.web.pages.figures import world_names
from quiz.web.pages.languages import current_language
from quiz.web.runtime import running, texts

# Which profiles a school type chooses from. Those of vmbo bb and kb are programmes with places.
_PROFILES = {
    "vmbo-gl-tl": "vmbo-tl",
    **dict.fromkeys(("havo", "vwo", "brugklas", "onbekend"), "havo-vwo"),
}
MOST_KEPT = 1024
# More worlds than this are not named one by one.
MOST_NAMED = 2


class JudgedProfile(NamedTuple):
    """A profile, or those that are left, and what it is worth for these worlds, a sentence each."""

    name: str
    sentences: tuple[str, ...]

    @property
    def line(self) -> str:
        """All of it as one line."""
        return f"{self.name}. {' '.join(self.sentences)}"


def judged_profiles(school_type: str, worlds: Sequence[str]) -> tuple[JudgedProfile, ...]:
    """What each profile is worth for these worlds; those that are not, share the last line."""
    if school_type not in _PROFILES or not worlds:
        return ()
    return _judged_once(current_language(), school_type, tuple(worlds))


@lru_cache(MOST_KEPT)
def _judged_once(
    _language: str, school_type: str, worlds: Sequence[str]
) -> tuple[JudgedProfile, ...]:
    """Kept: every pupil of a school type with the same worlds reads the same."""
    profiles = running().profiles[_PROFILES[school_type]]
    suiting = in_order_of_fit(profiles, worlds)
    others = ", ".join(_word(profile, "name") for profile in profiles if profile not in suiting)
    rest = [JudgedProfile(others, (texts().results["profile.rest"],))] if others else []
    return (*(_judged(profile, worlds) for profile in suiting), *rest)


def _judged(profile: SchoolProfile, worlds: Sequence[str]) -> JudgedProfile:
    often = [world for world in worlds if world in profile.often]
    also = [world for world in worlds if world in profile.also]
    words, said = texts().results, []
    if often:
        said.append(words["profile.often"].format(worlds=_names(often, worlds)))
    if also:
        said.append(words["profile.also"].format(others=_names(also, worlds)))
    return JudgedProfile(
        _word(profile, "name"), (*said, _word(profile, "ask" if also else "needs"))
    )


def _names(listed: Sequence[str], worlds: Sequence[str]) -> str:
    """The worlds by name, or all of them at once where names would be a long row."""
    every = len(listed) == len(worlds) > MOST_NAMED
    return texts().results["profile.all"] if every else world_names(listed)


def _word(profile: SchoolProfile, word: str) -> str:
    return texts().results[f"profile.{profile.id}.{word}"]
