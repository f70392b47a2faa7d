"""Draws the figures of the evaluation as SVG, with nothing but text: small files that diff well."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

_WIDTH, _HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 190, 40, 50
_COLOURS = ("#1b6ca8", "#d1495b", "#2e8b57", "#8e6c8a", "#b8860b")
_STYLE = "font-family='sans-serif' font-size='12' fill='#222'"


class Line(NamedTuple):
    """A named series of points (x, y); drawn with dots, or as a thin line without them."""

    name: str
    points: Sequence[tuple[float, float]]
    thin: bool = False


class Axes(NamedTuple):
    """What stands along the axes, and from where to where they go."""

    title: str
    horizontal: str
    vertical: str
    across: tuple[float, float]
    up: tuple[float, float] = (0.0, 1.0)


def plots(metrics: Mapping[str, Any]) -> dict[str, str]:
    """The drawings, by the names of their files."""
    return {
        "calibration.svg": calibration_plot(metrics),
        "hit_rate.svg": hit_rate_plot(metrics),
        "selection_bias.svg": bias_plot(metrics),
    }


def calibration_plot(metrics: Mapping[str, Any]) -> str:
    """The calibration diagram of the longest form of at most 28 questions."""
    form = _form_of_28(metrics)
    lines = [Line("as sure as right", [(0.0, 0.0), (1.0, 1.0)], thin=True)]
    for name, forms in metrics.items():
        found = [(cell["sure"], cell["right"]) for cell in forms[form]["diagram"]]
        lines.append(Line(name, found))
    title = f"How sure, and how often right ({form} questions)"
    axes = Axes(title, "probability of the first world", "share that is right", (0.0, 1.0))
    return _chart(axes, lines)


def hit_rate_plot(metrics: Mapping[str, Any]) -> str:
    """The hit rate against the number of questions, engine and raw sum."""
    lines = []
    for name, forms in metrics.items():
        for kind in ("adaptive", "raw sum"):
            found = [
                (float(form.split()[-1]), figures["top1"]["mean"])
                for form, figures in forms.items()
                if form.startswith(kind) and "%" not in form
            ]
            lines.append(Line(f"{name}, {kind}", found, thin=kind != "adaptive"))
    axes = Axes("The true first world is put first", "questions", "share", (0.0, 60.0))
    return _chart(axes, lines, step=10.0)


def bias_plot(metrics: Mapping[str, Any]) -> str:
    """The selection bias within each group, for the engine and the raw sum of all."""
    form = _form_of_28(metrics)
    bars = []
    for name, forms in metrics.items():
        longest = max((f for f in forms if f.startswith("raw")), key=lambda f: int(f.split()[-1]))
        for each in (form, "means learned", longest):
            for group in (1, 2):
                figure = forms[each][f"selection_bias_group_{group}"]["mean"]
                bars.append((f"{name}, {each}, group {group}", figure))
    return _bars("Selection bias per group (share of pupils)", bars)


def _form_of_28(metrics: Mapping[str, Any]) -> str:
    forms: Mapping[str, Any] = next(iter(metrics.values()))
    plain = [form for form in forms if form.startswith("adaptive") and "%" not in form]
    return max((f for f in plain if int(f.split()[-1]) <= 28), key=lambda f: int(f.split()[-1]))


def _chart(axes: Axes, lines: Sequence[Line], step: float = 0.2) -> str:
    parts = [*_frame(axes, step)]
    colours = iter(_COLOURS * 2)
    colour = _COLOURS[0]
    for number, line in enumerate(lines):
        if not line.thin:
            colour = next(colours)
        shade = "#888" if line.thin and number == 0 else colour
        places = [_place(axes, point) for point in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        dash = " stroke-dasharray='4 3'" if line.thin else ""
        parts.append(f"<polyline points='{path}' fill='none' stroke='{shade}'{dash}/>")
        if not line.thin:
            parts += [
                f"<circle cx='{x:.1f}' cy='{y:.1f}' r='3' fill='{shade}'/>" for x, y in places
            ]
        parts += _legend(number, line.name, shade, dash)
    return _picture(axes.title, parts, _HEIGHT)


def _place(axes: Axes, point: tuple[float, float]) -> tuple[float, float]:
    """Where a point lies in the picture."""
    shares = [
        (value - low) / (high - low)
        for value, (low, high) in zip(point, (axes.across, axes.up), strict=True)
    ]
    width, height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    return _LEFT + shares[0] * width, _HEIGHT - _BOTTOM - shares[1] * height


def _frame(axes: Axes, step: float) -> Iterable[str]:
    left, bottom = _place(axes, (axes.across[0], axes.up[0]))
    right, top = _place(axes, (axes.across[1], axes.up[1]))
    yield f"<path d='M{left},{top}V{bottom}H{right}' fill='none' stroke='#222'/>"
    for number in range(round((axes.across[1] - axes.across[0]) / step) + 1):
        value = axes.across[0] + number * step
        x = _place(axes, (value, 0.0))[0]
        yield f"<text x='{x:.0f}' y='{bottom + 16:.0f}' text-anchor='middle'>{value:g}</text>"
    for number in range(6):
        y = _place(axes, (axes.across[0], number / 5))[1]
        yield f"<text x='{left - 8:.0f}' y='{y + 4:.0f}' text-anchor='end'>{number / 5:g}</text>"
    middle = f"x='{(left + right) / 2:.0f}' y='{bottom + 36:.0f}' text-anchor='middle'"
    yield f"<text {middle}>{axes.horizontal}</text>"
    yield f"<text x='{left:.0f}' y='{top - 8:.0f}'>{axes.vertical}</text>"


def _legend(number: int, name: str, colour: str, dash: str) -> list[str]:
    x, y = _WIDTH - _RIGHT + 16, _TOP + 10 + 20 * number
    return [
        f"<path d='M{x},{y}h22' stroke='{colour}' stroke-width='2'{dash}/>",
        f"<text x='{x + 28}' y='{y + 4}'>{name}</text>",
    ]


def _bars(title: str, bars: Sequence[tuple[str, float]]) -> str:
    longest = max([*(value for _, value in bars), 0.1])
    parts = []
    for number, (name, value) in enumerate(bars):
        y = _TOP + 18 * number
        width = value / longest * 280
        colour = _COLOURS[number // 2 % 3]
        parts += [
            f"<text x='270' y='{y + 12}' text-anchor='end'>{name}</text>",
            f"<rect x='278' y='{y}' width='{width:.1f}' height='14' fill='{colour}'/>",
            f"<text x='{284 + width:.0f}' y='{y + 12}'>{value:.3f}</text>",
        ]
    return _picture(title, parts, _TOP + 18 * len(bars) + 20)


def _picture(title: str, parts: Sequence[str], height: int) -> str:
    return "\n".join(
        [
            f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_WIDTH} {height}' role='img'>",
            f"<title>{title}</title>",
            f"<rect width='{_WIDTH}' height='{height}' fill='#fff'/>",
            f"<g {_STYLE}>",
            f"<text x='12' y='18' font-weight='bold'>{title}</text>",
            *parts,
            "</g></svg>\n",
        ]
    )
