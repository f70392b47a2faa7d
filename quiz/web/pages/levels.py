"""The names of levels of programmes, as people say them."""

from collections.abc import Callable, Mapping

from quiz.web.pages.languages import translate as _

_NAMES: Mapping[str, Callable[[], str]] = {
    "vmbo": lambda: _("Vmbo-profiel"),
    "havo": lambda: _("Havo-profiel"),
    "vwo": lambda: _("Vwo-profiel"),
    "havo-vwo": lambda: _("Havo en vwo"),
    "ad": lambda: _("Associate degree"),
    "hbo": lambda: _("Hbo"),
    "wo": lambda: _("Universiteit"),
}


def level_name(level: str) -> str:
    """The name of a level; "mbo-3" is "Mbo niveau 3"."""
    if level in _NAMES:
        return _NAMES[level]()
    return _("Mbo niveau %(level)s", level=level.removeprefix("mbo-"))
