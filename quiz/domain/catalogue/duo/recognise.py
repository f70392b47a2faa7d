"""Which file of DUO this is, by its header; one that is none of them is refused by name."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from quiz.domain.catalogue.duo.formats import FORMATS, OTHERS, Format
from quiz.domain.spreadsheets.errors import FileRefused
from quiz.domain.text.names import plain_name
from quiz.domain.text.words import Words

HELP = Words("In docs/catalogue.md staat welke bestanden het zijn en waar je ze haalt.")
_LIKE = 0.5  # of the columns that a file must have
_SHOWN, _LONGEST = 3, 40


def recognise(header: Sequence[str]) -> tuple[Format, Mapping[str, int]]:
    """The format of a file, and where in a row each of its columns stands.

    Raises FileRefused: it says which file this looks like and which column is missing.
    """
    missing = {form.key: _missing(form, header) for form in FORMATS}
    fitting = [form for form in FORMATS if not missing[form.key]]
    if not fitting:
        for sign, instead in OTHERS.items():
            if sign in header:
                reason = Words(
                    "dit is een ander bestand van DUO (met een kolom %(sign)s)", sign=sign
                )
                raise FileRefused(
                    reason,
                    Words("Geef %(file)s: %(page)s.", file=instead.file, page=instead.page),
                    1,
                )
        raise _refusal(header, missing)
    form = max(fitting, key=lambda each: len(_places(each, header)))
    places = _places(form, header)
    for column in form.columns:
        names = (column.name, *column.aliases)
        if sum(header.count(name) for name in names) > 1:
            reason = Words("de kolom %(name)s staat er twee keer", name=column.name)
            raise FileRefused(reason, Words("Download het bestand opnieuw."), 1)
    return form, places


def _places(form: Format, header: Sequence[str]) -> dict[str, int]:
    return {
        column.name: header.index(name)
        for column in form.columns
        for name in (column.name, *column.aliases)
        if name in header
    }


def _missing(form: Format, header: Sequence[str]) -> list[str]:
    """The columns that a file lacks to be of this format."""
    places = _places(form, header)
    found = [column.name for column in form.columns if column.needed and column.name not in places]
    if form.also and not any(form.also.fullmatch(name) for name in header):
        found.append(form.also_said)
    return found


def _refusal(header: Sequence[str], missing: Mapping[str, Sequence[str]]) -> FileRefused:
    def share(form: Format) -> float:
        needed = sum(column.needed for column in form.columns) + bool(form.also)
        return 1 - len(missing[form.key]) / needed

    likely = max(FORMATS, key=share)
    if share(likely) < _LIKE:
        shown = ", ".join(_shown(name) for name in header[:_SHOWN])
        reason = Words(
            "dit is geen bestand van DUO dat we kennen: de bovenste rij begint met %(shown)s",
            shown=shown,
        )
        return FileRefused(reason, HELP, 1)
    lost = missing[likely.key][0]
    reason = Words(
        "dit lijkt op %(file)s, maar de kolom %(lost)s ontbreekt", file=likely.file, lost=lost
    )
    near = get_close_matches(lost, [_shown(name) for name in header if name], n=1)
    if near:
        reason = Words("%(reason)s (wel staat er '%(near)s')", reason=reason, near=near[0])
    advice = Words(
        "Download het opnieuw bij %(page)s en verander niets aan de bovenste rij.", page=likely.page
    )
    return FileRefused(reason, advice, 1)


def _shown(name: str) -> str:
    return plain_name(name)[:_LONGEST]
