"""The words of the catalogue from which one is picked, as people say them."""

from quiz.web.pages.languages import translate as _


def choice_word(value: str) -> str:
    """What a value is called; one without words of ours as it is."""
    return _words().get(value, value)


def weight_words() -> tuple[tuple[str, str], ...]:
    """How far something is about a world: the value and its words."""
    return (
        ("", _("niet")),
        ("0.3", _("een beetje")),
        ("0.5", _("voor een deel")),
        ("0.8", _("vooral")),
        ("1", _("helemaal")),
    )


def _words() -> dict[str, str]:
    return {
        "yes": _("ja"),
        "no": _("nee"),
        "bol": _("bol (vooral school)"),
        "bbl": _("bbl (vooral werk)"),
        "voltijd": _("voltijd"),
        "deeltijd": _("deeltijd"),
        "duaal": _("duaal"),
        "klein": _("klein"),
        "middel": _("middelgroot"),
        "groot": _("groot"),
        "vo": _("middelbare school"),
        "mbo": _("mbo"),
        "hogeschool": _("hogeschool"),
        "universiteit": _("universiteit"),
        "day": _("dag"),
        "experience": _("belevenis"),
        "fair": _("beurs"),
        "festival": _("festival"),
        "makerspace": _("makerspace"),
        "museum": _("museum"),
        "open_days": _("open dagen"),
        "pet_event": _("PET-evenement"),
        "science_centre": _("science center"),
        "technolab": _("technolab"),
        "week": _("week"),
        "workshop": _("workshop"),
    }
