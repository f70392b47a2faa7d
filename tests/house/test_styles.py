"""Styles and scripts stay light, hold no line that does nothing, and can be read by everybody.

How they are laid out is `make lint`'s; what Chromium makes of them is tests/browser/test_styles.py.
"""

import gzip
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from quiz.config.paths import QUESTIONS, STATIC, TEMPLATES

STYLES = sorted((STATIC / "css").glob("*.css"))
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
WORLDS = [world["id"] for world in yaml.safe_load((QUESTIONS / "worlds.yaml").read_text())]
FOR_STAFF = {
    "staff.css",
    "projector.css",
    "talk.css",
    "beside.css",
    "deck.css",
    "live.js",
    "deck.js",
    "full.js",
}
# Bytes as they travel, so compressed: an eighth above what they were on 26 November 2026 (12,238,
# 3,862 and 12,231). The first page, 13,138 then, has the budget of docs/budgets.md.
# What only staff and boards load is counted apart (5,535 and 2,465 with the five steps; 6,908 with
# classes beside each other; 7,368 with planets and codes on the board that give way to long names).
MOST_CSS, MOST_STAFF_CSS, MOST_SCRIPT, MOST_STAFF_SCRIPT = 14_000, 7_400, 14_000, 3_000
MOST_FIRST_PAGE = 40_000
ENOUGH_FOR_TEXT, ENOUGH_FOR_SHAPES = 4.5, 3.0
TEXT_ON_GROUND = [
    *((text, ground) for text in ("ink", "ink-soft", "accent") for ground in ("paper", "card")),
    *(("on-night", "night"), ("on-night-soft", "night-high"), ("on-night", "night-high")),
    *(("on-sun", "sun"), ("on-accent", "accent"), ("accent-ink", "accent-soft")),
    *(("ink", "notice"), ("wrong", "wrong-soft"), ("wrong", "card"), ("sun", "night-high")),
]
FRAME = ("css/tokens.css", "css/base.css", "css/components.css", "css/print.css", "favicon.svg")


def test_a_style_sheet_fetches_nothing_and_reads_both_ways() -> None:
    wrong = re.compile(r"url\(|@import|(margin|padding|border)-(left|right)|[{;\s](left|right):")
    assert [path.name for path in STYLES if wrong.search(_text(path))] == []


def test_styles_and_the_first_page_stay_light() -> None:
    assert _travelling(path for path in STYLES if path.name not in FOR_STAFF) < MOST_CSS
    assert _travelling(path for path in STYLES if path.name in FOR_STAFF) < MOST_STAFF_CSS
    files = [STATIC / name for name in (*FRAME, "css/public.css")]
    files += (STATIC / "worlds").glob("*.svg")
    files += [TEMPLATES / "base.html", TEMPLATES / "public/home.html"]
    assert _travelling(files) < MOST_FIRST_PAGE


def test_all_scripts_together_stay_light() -> None:
    assert _travelling(path for path in SCRIPTS if path.name not in FOR_STAFF) < MOST_SCRIPT
    assert _travelling(path for path in SCRIPTS if path.name in FOR_STAFF) < MOST_STAFF_SCRIPT


def _travelling(files: Iterable[Path]) -> int:
    """How many bytes these files are for a browser."""
    return sum(len(gzip.compress(path.read_bytes())) for path in files)


def test_only_what_hides_or_prints_a_thing_beats_every_other_rule() -> None:
    """A rule that must win is written stronger, so that the next one can still be stronger."""
    loud = re.compile(r"([\w-]+):[^;]*!important")
    assert {name for path in STYLES for name in loud.findall(_styles(path))} == {"display"}


def test_every_token_that_a_style_uses_is_set() -> None:
    styles = "".join(map(_styles, STYLES))
    by_scripts = {name for path in SCRIPTS for name in re.findall(r"'--([\w-]+)'", _text(path))}
    used = set(re.findall(r"var\(--([\w-]+)", styles))
    assert used == set(re.findall(r"^\s*--([\w-]+):", styles, re.MULTILINE)) | by_scripts


def test_every_class_that_a_style_names_is_on_a_page() -> None:
    pages = "".join(map(_text, (*TEMPLATES.rglob("*.html"), *SCRIPTS)))
    words = set(re.findall(r"[\w-]+", pages))
    made = tuple(re.findall(r"\b([a-z]+-){{", pages))  # world-{{ world.id }}
    selectors = re.sub(r"{[^{}]*}", "{}", "".join(map(_styles, STYLES)))
    named = set(re.findall(r"\.([a-z][\w-]*)", selectors))
    assert [name for name in named - words if not name.startswith(made)] == []


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _styles(path: Path) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", _text(path), flags=re.DOTALL)


def _colours(text: str) -> dict[str, str]:
    """Names and values of the six-digit colours that a piece of tokens.css sets."""
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", text))


def _luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart_in_light_and_dark(scheme: str) -> None:
    light, dark = _text(STATIC / "css/tokens.css").split("@media", 1)
    first_light, first_dark = light.split(".world-", 1)[0], dark.split(".world-", 1)[0]
    colours = _colours(first_light) | (_colours(first_dark) if scheme == "dark" else {})
    for text, ground in TEXT_ON_GROUND:
        assert _contrast(colours[text], colours[ground]) >= ENOUGH_FOR_TEXT, (text, ground)
    for shape in ("edge", "accent", "wrong"):
        assert _contrast(colours[shape], colours["card"]) >= ENOUGH_FOR_SHAPES, shape
    worlds = re.findall(
        r"\.world-([a-z-]+) {(.+?)}", light if scheme == "light" else dark, re.DOTALL
    )
    assert [name for name, _tones in worlds] == WORLDS
    for name, tones in worlds:
        world = _colours(tones)
        assert _contrast(world["dark"], world["light"]) >= ENOUGH_FOR_TEXT, name
        assert _contrast(world["main"], colours["card"]) >= ENOUGH_FOR_SHAPES, name
