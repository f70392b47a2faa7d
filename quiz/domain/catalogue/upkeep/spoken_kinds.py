"""What people call a value of which a column holds one: kinds, sizes, full-time or work."""

from collections.abc import Sequence

from quiz.domain.catalogue.files.findings import BadCell
from quiz.domain.catalogue.upkeep.spoken_names import by_word, folded
from quiz.domain.text.words import Words

# What our pages call a value of which one is picked, in both languages (tests hold them together).
_PICKED = {
    "bol": ("bol (vooral school)", "bol (mostly school)"),
    "bbl": ("bbl (vooral werk)", "bbl (mostly work)"),
    "voltijd": ("full-time",),
    "deeltijd": ("part-time",),
    "duaal": ("dual",),
    "klein": ("small",),
    "middel": ("middelgroot", "medium-sized"),
    "groot": ("large",),
    "vo": ("middelbare school", "secondary school"),
    "mbo": ("roc",),
    "hogeschool": ("university of applied sciences", "hbo"),
    "universiteit": ("university", "wo"),
    "day": ("dag", "doedag"),
    "experience": ("belevenis",),
    "fair": ("beurs",),
    "festival": (),
    "makerspace": (),
    "museum": (),
    "open_days": ("open dag", "open dagen", "open day"),
    "pet_event": ("PET-evenement", "PET"),
    "science_centre": ("science center",),
    "technolab": (),
    "week": (),
    "workshop": (),
}
_PICKED_BY_WORD = by_word(_PICKED)
_IN_ENGLISH = {"day", "experience", "fair", "open_days", "pet_event", "science_centre", "vo"}


def picked(known: Sequence[str], text: str) -> str:
    """One of what is known, by its code or by what it is called; "" stays. Raises BadCell.

    Where nothing is known, the column says what is wrong.
    """
    code = text if text in known else _PICKED_BY_WORD.get(folded(text), text)
    if not text or not known or code in known:
        return code
    names = (_PICKED[each][0] if each in _IN_ENGLISH else each for each in known if each)
    raise BadCell(
        Words("'%(text)s' kennen we hier niet", text=text),
        Words("Kies uit: %(known)s.", known=", ".join(names)),
    )
