"""Draws the reach of every municipality as a map in SVG: a dot for each, before and after."""

from collections.abc import Iterator, Sequence
from math import cos, inf, radians

from quiz.domain.catalogue.evaluation.reach import Reach

# Up to so many km, the colour and what it means; told apart in grey as well.
_STEPS = (
    (5.0, "#08519c", "up to 5 km"),
    (10.0, "#4292c6", "up to 10 km"),
    (15.0, "#9ecae1", "up to 15 km"),
    (30.0, "#fdae6b", "up to 30 km"),
    (inf, "#d94801", "farther, or none"),
)
_WIDTH, _HEIGHT, _TOP, _SIDE = 760, 520, 56, 24
_WEST, _SOUTH, _NORTH = 3.3, 50.7, 53.55
_PANEL = _WIDTH / 2
_FLATTER = cos(radians((_SOUTH + _NORTH) / 2))


def reach_map(kind: str, before: Sequence[Reach], after: Sequence[Reach]) -> str:
    """Two maps beside each other."""
    title = f"Distance to the nearest {kind}, per municipality"
    return "\n".join(
        [
            f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_WIDTH} {_HEIGHT}' role='img'>",
            f"<title>{title}</title>",
            f"<rect width='{_WIDTH}' height='{_HEIGHT}' fill='#fff'/>",
            "<g font-family='sans-serif' font-size='12' fill='#222'>",
            f"<text x='12' y='18' font-weight='bold'>{title}</text>",
            *_panel("before", before, kind, 0.0),
            *_panel("after", after, kind, _PANEL),
            *_legend(),
            "</g></svg>\n",
        ]
    )


def _panel(name: str, reach: Sequence[Reach], kind: str, left: float) -> Iterator[str]:
    yield f"<text x='{left + _SIDE:.0f}' y='{_TOP - 16}'>{name}</text>"
    height = _HEIGHT - _TOP - 48
    scale = height / (_NORTH - _SOUTH)
    for one in reach:
        town = one.municipality
        x = left + _SIDE + (float(town.lon) - _WEST) * _FLATTER * scale
        y = _TOP + (_NORTH - float(town.lat)) * scale
        colour = next(colour for km, colour, _ in _STEPS if one.km[kind] <= km)
        yield f"<circle cx='{x:.1f}' cy='{y:.1f}' r='4.5' fill='{colour}' stroke='#fff'/>"


def _legend() -> Iterator[str]:
    for number, (_, colour, meaning) in enumerate(_STEPS):
        x = _SIDE + 145 * number
        yield f"<circle cx='{x}' cy='{_HEIGHT - 20}' r='6' fill='{colour}'/>"
        yield f"<text x='{x + 12}' y='{_HEIGHT - 16}'>{meaning}</text>"
