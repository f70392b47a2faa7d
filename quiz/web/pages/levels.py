"""The names of levels of programmes, as people say them."""

from quiz.web.pages.languages import translate as _


def level_name(level: str) -> str:
    """The name of a level; "mbo-3" is "Mbo niveau 3"."""
    names = {
        "vmbo": _("Vmbo-profiel"),
        "havo": _("Havo-profiel"),
        "vwo": _("Vwo-profiel"),
        "havo-vwo": _("Havo en vwo"),
        "ad": _("Associate degree"),
        "hbo": _("Hbo"),
        "wo": _("Universiteit"),
    }
    return names.get(level) or _("Mbo niveau %(level)s", level=level.removeprefix("mbo-"))
