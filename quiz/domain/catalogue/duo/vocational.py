"""mbo_opleidingsaanbod.csv: which rows a pupil may choose."""

from collections.abc import Callable

from quiz.domain.catalogue.duo import codes
from quiz.domain.catalogue.duo.delivery import Delivery, Row
from quiz.domain.catalogue.duo.overviews import NO_PLACE, Columns, Offer, Overview, collect

BROAD = "een dossier of domein (brede instap), geen opleiding"
NO_QUALIFICATION = "geen hele opleiding (keuzedeel, certificaat of deel)"
OTHER_PATH = "een andere leerweg dan bol of bbl"
NO_CREBO = "de crebocode is niet te lezen"
_COLUMNS = Columns(provider="NAAM", programme="OPLEIDINGSEENHEID_NAAM")
_BROAD = {"MBOKWALIFICATIEDOSSIER", "MBODOMEIN"}
_PATHS = {"BOL": "bol", "BBL": "bbl"}


def collect_mbo(delivery: Delivery) -> Overview:
    """Read the whole overview of mbo."""
    return collect(delivery, ("crebo",), _COLUMNS, _offer)


def _offer(row: Row, leave_out: Callable[[str], None]) -> Offer | None:
    path = _PATHS.get(row["LEERTRAJECT"].upper(), "")
    code = codes.programme(row["ERKENDEOPLEIDINGSCODE"])
    if row["OPLEIDINGSEENHEID_TYPE"].upper() in _BROAD:
        leave_out(BROAD)
    elif (
        row["OPLEIDINGSEENHEID_TYPE"].upper() != "MBOKWALIFICATIE"
        or row["AANGEBODEN_OPLEIDING_TYPE"].upper() != "AANGEBODENMBOOPLEIDING"
    ):
        leave_out(NO_QUALIFICATION)
    elif not path:
        leave_out(OTHER_PATH)
    elif not code:
        leave_out(NO_CREBO)
    else:
        if not row["PLAATSNAAM"]:
            leave_out(NO_PLACE)
        return Offer(
            system="crebo",
            code=code,
            level=row.get("MBONIVEAU", ""),
            provider=row["ONDERWIJSAANBIEDERID"] or row["NAAM"],
            place=row["PLAATSNAAM"],
            postcode=codes.postcode(row["POSTCODE"]),
            mode=path,
        )
    return None
