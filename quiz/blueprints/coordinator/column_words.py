"""What the columns of the catalogue are called on a form, and what belongs in them."""

from quiz.web.pages.languages import translate as _


def label_of(column: str) -> str:
    """What a column is called; one that is newer than these words, as its file calls it."""
    return _labels().get(column, column)


def hint_of(column: str) -> str:
    """What belongs in a column; "" where its name says enough."""
    return _hints().get(column, "")


def _labels() -> dict[str, str]:
    return {
        "name": _("Naam"),
        "kind": _("Soort"),
        "municipality": _("Gemeente"),
        "location_municipality": _("Gemeente"),
        "programme_id": _("Opleiding"),
        "institution_id": _("School"),
        "mode": _("Vorm"),
        "months": _("Maanden"),
        "worlds": _("Werelden"),
        "tags": _("Onderwerpen"),
        "sectors": _("Sectoren"),
        "size_class": _("Grootte"),
        "what_they_do_nl": _("Wat ze doen"),
        "what_they_do_en": _("Wat ze doen, in het Engels"),
        "description_nl": _("Wat er te doen is"),
        "description_en": _("Wat er te doen is, in het Engels"),
        "audience": _("Voor wie"),
        "for_everybody": _("Ook voor jongens"),
        "for_pupils": _("Leerlingen zien dit"),
        "website": _("Website"),
        "programme_url": _("Pagina van de opleiding"),
        "open_days_url": _("Pagina met open dagen"),
        "source_url": _("Bron"),
        "confirmed": _("Op de eigen site nagekeken"),
        "location_confirmed": _("Plaats op de eigen site nagekeken"),
        "checked_on": _("Nagekeken op"),
        "scope": _("Bereik"),
        "lat": _("Breedtegraad"),
        "lon": _("Lengtegraad"),
        "coord_precision": _("Plek op de kaart"),
        "id": _("Kenmerk"),
        "register_codes": _("Codes van DUO"),
        "also_in": _("Ook in"),
        "only_worlds": _("Alleen deze werelden"),
        "only_tags": _("Alleen deze onderwerpen"),
    }


def _hints() -> dict[str, str]:
    return {
        "what_they_do_nl": _("Eén gewone zin: wat wordt er gemaakt of gedaan?"),
        "what_they_do_en": _("Dezelfde zin in het Engels."),
        "description_nl": _("Eén gewone zin: wat kun je er zien en doen?"),
        "description_en": _("Dezelfde zin in het Engels."),
        "worlds": _("Kies bij elke wereld hoezeer het erover gaat. Eén wereld is genoeg."),
        "tags": _("Hoogstens vier. Mag leeg blijven."),
        "sectors": _("Met een puntkomma ertussen: bouw;energie."),
        "audience": _(
            "Schooltypes met leerjaren, zoals groep 7 en 8; vmbo; havo 1-3. Leeg is iedereen."
        ),
        "source_url": _("Het webadres waar dit staat. Zonder bron zien leerlingen het niet."),
        "months": _("Leeg als je het nog niet weet."),
    }
