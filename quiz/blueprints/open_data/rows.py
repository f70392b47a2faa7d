"""What others read: one class for each list, in the words of docs/opendata.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quiz.blueprints.open_data.telling import told
from quiz.blueprints.open_data.words import (
    EVENT_KINDS,
    INSTITUTION_KINDS,
    MODES,
    PROGRAMME_KINDS,
    REGISTERS,
    SCOPES,
    SIZES,
)
from quiz.domain.catalogue.files.schema import LEVELS

_WORLDS = "Hoeveel het over een wereld gaat: id van de wereld en een gewicht van 0 tot en met 1."
_SOURCE = "Waar het gegeven vandaan komt."
_CHECKED = "De dag waarop de bron voor het laatst bekeken is; null waar we die niet weten."
_TOWN_CODE = "De code van de gemeente bij het CBS."
_TOWN = "De naam van de gemeente."
_WEBSITE = "De eigen website; leeg waar we die niet weten."


@dataclass(frozen=True)
class WorldRow:
    """Een van de zeven werelden van techniek."""

    id: str = told("id", "Vast, voor in adressen.")
    order: int = told("volgorde", "De plaats in de gebruikelijke volgorde.")
    name: str = told("naam", "De naam.")
    name_en: str = told("naamEngels", "De naam in het Engels.")


@dataclass(frozen=True)
class RegionTold:
    """Een regio (arbeidsmarktregio) met haar gemeenten."""

    id: str = told("id", "Vast, voor in adressen.")
    name: str = told("naam", "De naam.")
    cbs_code: str = told("cbsCode", "De code van de arbeidsmarktregio bij het CBS.")
    towns: tuple[str, ...] = told("gemeentecodes", "De codes van haar gemeenten bij het CBS.")
    source: str = told("bron", _SOURCE, link=True)


@dataclass(frozen=True)
class ProgrammeRow:
    """Een opleiding op een plaats: wat, bij welke school, waar en in welke leervorm."""

    id: str = told("id", "Vast zolang opleiding, school, gemeente en leervorm dezelfde zijn.")
    programme: str = told("opleidingId", "Dezelfde opleiding op een andere plaats heeft dit ook.")
    name: str = told("naam", "De naam.")
    name_en: str = told("naamEngels", "De naam in het Engels.")
    kind: str = told("soort", "De soort.", one_of=tuple(PROGRAMME_KINDS.values()))
    level: str = told("niveau", "Het niveau.", one_of=LEVELS)
    register: str = told("register", "Waar de code in staat.", one_of=tuple(REGISTERS.values()))
    code: str = told("code", "De code in dat register; leeg zonder register.")
    mode: str = told("leervorm", "De leervorm.", one_of=MODES)
    worlds: Mapping[str, float] = told("werelden", _WORLDS)
    text: str = told("omschrijving", "In één zin, met onze eigen woorden.")
    text_en: str = told("omschrijvingEngels", "Hetzelfde in het Engels.")
    institution_id: str = told("instellingId", "De school.")
    institution: str = told("instelling", "De naam van de school.")
    town_code: str = told("gemeentecode", _TOWN_CODE)
    town: str = told("gemeente", _TOWN)
    region: str = told("regio", "De regio waarin die gemeente ligt.")
    website: str = told(
        "website", "De eigen pagina van de school erover; leeg waar die er niet is."
    )
    source: str = told("bron", _SOURCE, link=True)
    checked: date | None = told("gecontroleerdOp", _CHECKED)


@dataclass(frozen=True)
class InstitutionRow:
    """Een school, hogeschool of universiteit."""

    id: str = told("id", "Vast, voor in adressen.")
    name: str = told("naam", "De naam.")
    kind: str = told("soort", "De soort.", one_of=INSTITUTION_KINDS)
    town_code: str = told("gemeentecode", _TOWN_CODE)
    town: str = told("gemeente", _TOWN)
    region: str = told("regio", "De regio waarin die gemeente ligt.")
    register_codes: tuple[str, ...] = told("registercodes", "Hoe het register van DUO haar noemt.")
    website: str = told("website", _WEBSITE)
    open_days: str = told("openDagen", "De pagina met haar open dagen; leeg waar die er niet is.")
    source: str = told("bron", _SOURCE, link=True)
    checked: date | None = told("gecontroleerdOp", _CHECKED)


@dataclass(frozen=True)
class CompanyRow:
    """Een bedrijf, met wat het doet."""

    id: str = told("id", "Vast, voor in adressen.")
    name: str = told("naam", "De naam.")
    town_code: str = told("gemeentecode", _TOWN_CODE)
    town: str = told("gemeente", _TOWN)
    region: str = told("regio", "De regio waarin die gemeente ligt.")
    worlds: Mapping[str, float] = told("werelden", _WORLDS)
    size: str = told("grootte", "Hoe groot het is; leeg waar we dat niet weten.", one_of=SIZES)
    text: str = told("omschrijving", "In één zin, met onze eigen woorden.")
    text_en: str = told("omschrijvingEngels", "Hetzelfde in het Engels.")
    website: str = told("website", _WEBSITE)
    source: str = told("bron", _SOURCE, link=True)
    checked: date | None = told("gecontroleerdOp", _CHECKED)


@dataclass(frozen=True)
class EventRow:
    """Iets om te bezoeken of mee te doen, dat elk jaar terugkomt."""

    id: str = told("id", "Vast, voor in adressen.")
    name: str = told("naam", "De naam.")
    kind: str = told("soort", "De soort.", one_of=tuple(EVENT_KINDS.values()))
    scope: str = told(
        "bereik", "Op één plaats, of in het hele land.", one_of=tuple(SCOPES.values())
    )
    months: tuple[int, ...] = told("maanden", "In welke maanden (1-12); leeg: onbekend of altijd.")
    town_code: str = told("gemeentecode", _TOWN_CODE)
    town: str = told("gemeente", _TOWN)
    region: str | None = told("regio", "De regio; null voor wat in het hele land is.")
    worlds: Mapping[str, float] = told("werelden", _WORLDS)
    audience: Mapping[str, tuple[int, ...]] = told(
        "doelgroep", "Schooltypen met hun leerjaren (leeg: alle jaren); zonder inhoud: iedereen."
    )
    for_everybody: bool = told("voorIedereen", "false: alleen meisjes zijn uitgenodigd.")
    text: str = told("omschrijving", "In één zin, met onze eigen woorden; mag leeg zijn.")
    text_en: str = told("omschrijvingEngels", "Hetzelfde in het Engels.")
    website: str = told("website", _WEBSITE)
    source: str = told("bron", _SOURCE, link=True)
    checked: date | None = told("gecontroleerdOp", _CHECKED)


@dataclass(frozen=True)
class AgendaRow:
    """Iets om te bezoeken of mee te doen op een dag, uit de agenda van een regio."""

    id: str = told("id", "Vast, ook als er iets aan verandert; dezelfde als in de iCalendar.")
    name: str = told("naam", "De naam.")
    name_en: str = told("naamEngels", "De naam in het Engels; leeg waar die er niet is.")
    text: str = told("omschrijving", "In een paar zinnen, van de regio zelf; mag leeg zijn.")
    text_en: str = told("omschrijvingEngels", "Hetzelfde in het Engels.")
    day: date = told("dag", "De eerste dag.")
    last_day: date = told("laatsteDag", "De laatste dag; bij één dag dezelfde.")
    begins: str = told("begint", "Hoe laat het begint, als uu:mm op de klok daar; leeg: hele dag.")
    ends: str = told("eindigt", "Hoe laat het ophoudt; leeg: onbekend.")
    place: str = told("plaats", "Waar het is, in woorden.")
    region: str = told("regio", "De regio van deze agenda.")
    worlds: tuple[str, ...] = told("werelden", "Ids van werelden; zonder inhoud: alle zeven.")
    school_types: tuple[str, ...] = told(
        "schooltypen", "Voor welke schooltypen; zonder inhoud: iedereen."
    )
    website: str = told("website", "Waar je meer leest of je aanmeldt; leeg waar die er niet is.")
    source: str = told("bron", "De pagina van deze agenda.", link=True)
    checked: date = told("gecontroleerdOp", "De dag waarop de regio het voor het laatst bewaarde.")


@dataclass(frozen=True)
class MomentRow:
    """Een tijd van het schooljaar waarin leerlingen iets te kiezen hebben."""

    id: str = told("id", "Vast; meer rijen mogen hetzelfde zeggen en dan hetzelfde id hebben.")
    school_types: tuple[str, ...] = told("schooltypen", "Voor welke schooltypen.")
    years: tuple[int, ...] = told("leerjaren", "Voor welke leerjaren.")
    first: str = told("van", "De eerste dag, als maand-dag.")
    last: str = told("totEnMet", "De laatste dag, als maand-dag; mag na nieuwjaar liggen.")
    text: str = told("tekst", "Wat een leerling dan leest.")
    text_en: str = told("tekstEngels", "Hetzelfde in het Engels.")


@dataclass(frozen=True)
class CreditRow:
    """Wie we dank en naam verschuldigd zijn; noem hen ook waar je deze gegevens gebruikt."""

    name: str = told("naam", "De bron.")
    used_for: str = told("gebruiktVoor", "Waarvoor we haar gebruiken.")
    used_for_en: str = told("gebruiktVoorEngels", "Hetzelfde in het Engels.")
    licence: str = told("licentie", "Haar licentie; leeg waar zij geen vraagt te noemen.")
    url: str = told("website", "Haar website.", link=True)
