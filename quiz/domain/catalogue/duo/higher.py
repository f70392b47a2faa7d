"""ho_opleidingsoverzicht.csv: which rows a pupil may choose after school."""

from collections.abc import Callable
from datetime import date

from quiz.domain.catalogue.duo import codes
from quiz.domain.catalogue.duo.delivery import Delivery, Row
from quiz.domain.catalogue.duo.overviews import NO_PLACE, Columns, Offer, Overview, collect

NO_OFFER = "beschrijft een opleiding, zonder school die haar geeft"
NOT_AFTER_SCHOOL = "geen opleiding voor na de middelbare school (master of anders)"
PART_TIME = "deeltijd, voor wie al werkt"
ENDED = "de opleiding is gestopt, of neemt niemand meer aan"
NO_CROHO = "de crohocode is niet te lezen"
_COLUMNS = Columns(provider="ONDERWIJSAANBIEDER_NAAM", programme="NAAM_LANG")
_LEVELS = {"HBO-AD", "HBO-BA", "WO-BA"}
_MODES = {"VOLTIJD": "voltijd", "DUAAL": "duaal"}
_ENDS = ("EINDDATUM", "AANGEBODEN_OPLEIDING_EINDDATUM", "LAATSTE_INSTROOMDATUM")


def collect_ho(delivery: Delivery, today: date) -> Overview:
    """Read the whole overview of higher education as it is today."""

    def offer_of(row: Row, leave_out: Callable[[str], None]) -> Offer | None:
        return _offer(row, leave_out, today)

    return collect(delivery, ("croho",), _COLUMNS, offer_of)


def _offer(row: Row, leave_out: Callable[[str], None], today: date) -> Offer | None:
    variant = row["SOORT"].upper() == "VARIANT"
    code = codes.programme(row["VARIANT_VAN" if variant else "ERKENDEOPLEIDINGSCODE"])
    mode = _MODES.get(row["VORM"].upper(), "")
    ends = [end for name in _ENDS if (end := codes.day(row[name]))]
    if not row["ONDERWIJSAANBIEDER_NAAM"]:
        leave_out(NO_OFFER)
    elif row["NIVEAU"].upper() not in _LEVELS:
        leave_out(NOT_AFTER_SCHOOL)
    elif not mode:
        leave_out(PART_TIME)
    elif any(end < today for end in ends):
        leave_out(ENDED)
    elif not code:
        leave_out(NO_CROHO)
    else:
        if not row["ONDERWIJSLOCATIEPLAATS"]:
            leave_out(NO_PLACE)
        return Offer(
            system="croho",
            code=code,
            level=row["NIVEAU"].upper(),
            provider=row["ONDERWIJSAANBIEDERID"] or row["ONDERWIJSAANBIEDER_NAAM"],
            place=row["ONDERWIJSLOCATIEPLAATS"],
            postcode=None,
            mode=mode,
        )
    return None
