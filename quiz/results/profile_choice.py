"""The profiles of a school judged for the worlds of this result: a line each, best first."""

from collections.abc import Sequence

from quiz.domain.catalogue.profiles import SchoolProfile, in_order_of_fit
from quiz.web.pages.figures import world_names
from quiz.web.runtime import running, texts

# Which profiles a school type chooses from. Those of vmbo bb and kb are programmes with places.
_PROFILES = {
    "vmbo-gl-tl": "vmbo-tl",
    **dict.fromkeys(("havo", "vwo", "brugklas", "onbekend"), "havo-vwo"),
}
# More worlds than this are not named one by one.
MOST_NAMED = 2


def judged_profiles(school_type: str, worlds: Sequence[str]) -> tuple[str, ...]:
    """What each profile is worth for these worlds; those that are not, share the last line."""
    if school_type not in _PROFILES or not worlds:
        return ()
    profiles = running().profiles[_PROFILES[school_type]]
    suiting = in_order_of_fit(profiles, worlds)
    others = [_word(profile, "name") for profile in profiles if profile not in suiting]
    rest = texts().results["profile.rest"].format(names=", ".join(others))
    return (*(_line(profile, worlds) for profile in suiting), *([rest] if others else []))


def _line(profile: SchoolProfile, worlds: Sequence[str]) -> str:
    often = [world for world in worlds if world in profile.often]
    also = [world for world in worlds if world in profile.also]
    told = "both" if often and also else "often" if often else "also"
    words = {word: _word(profile, word) for word in profile.words}
    named = {"worlds": _names(often, worlds), "others": _names(also, worlds)}
    return texts().results[f"profile.{told}"].format(**words, **named)


def _names(listed: Sequence[str], worlds: Sequence[str]) -> str:
    """The worlds by name, or all of them at once where names would be a long row."""
    every = len(listed) == len(worlds) > MOST_NAMED
    return texts().results["profile.all"] if every else world_names(listed)


def _word(profile: SchoolProfile, word: str) -> str:
    return texts().results[f"profile.{profile.id}.{word}"]
