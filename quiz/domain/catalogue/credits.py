"""Whom the catalogue owes its data to, for the page about the product."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Credit:
    """One source: what we use it for (nl, en), its licence where one asks to be named, its page."""

    name: str
    used_for_nl: str
    used_for_en: str
    licence: str
    url: str


CREDITS = (
    Credit(
        "GeoNames",
        "plaatsen en coördinaten",
        "places and coordinates",
        "CC BY 4.0",
        "https://www.geonames.org/",
    ),
    Credit(
        "CBS",
        "gemeenten en arbeidsmarktregio’s",
        "municipalities and labour-market regions",
        "",
        "https://www.cbs.nl/",
    ),
    Credit(
        "DUO / RIO",
        "opleidingen en scholen, examenkandidaten 2023-24 en 2024-25 (bekeken op 26 november 2026)",
        "programmes and schools, exam candidates 2023-24 and 2024-25 (seen on 26 November 2026)",
        "CC0 1.0",
        "https://duo.nl/open_onderwijsdata/",
    ),
    Credit(
        "SBB",
        "kwalificaties in het mbo",
        "qualifications in vocational education",
        "",
        "https://www.s-bb.nl/",
    ),
    Credit(
        "SLO",
        "profielen van het vmbo",
        "profiles of vmbo",
        "",
        "https://www.slo.nl/",
    ),
    Credit(
        "Europese Commissie, EU ETS",
        "namen van bedrijven, nog niet getoond",
        "names of companies, not shown yet",
        "CC BY 4.0",
        "https://climate.ec.europa.eu/",
    ),
    Credit(
        "Hotmaps",
        "namen van bedrijven, nog niet getoond",
        "names of companies, not shown yet",
        "CC BY 4.0",
        "https://www.hotmaps-project.eu/",
    ),
)
