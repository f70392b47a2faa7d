"""The OpenAPI 3.1 document: made from the lists themselves, so that it says what is there."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import url_for

from quiz.blueprints.open_data import asked
from quiz.blueprints.open_data.resources import RESOURCES, Filter, Resource
from quiz.blueprints.open_data.telling import as_json, schema_of
from quiz.blueprints.open_data.told_rows import credit
from quiz.domain.catalogue.credits import CREDITS
from quiz.web.pages.addresses import our_address
from quiz.web.responses.headers import API_VERSION
from quiz.web.responses.problem_json import CONTENT_TYPE

ABOUT = (
    "De opleidingen, bedrijven en activiteiten van Zeven Werelden, om te lezen en te gebruiken. "
    "Alleen wat een bron heeft staat erin. Gewichten en omschrijvingen zijn van onszelf. Noem bij "
    "gebruik de bronnen (zie bronnen en x-bronnen) met hun licentie. Wie vaak vraagt, stuurt de "
    "ETag mee: een antwoord dat hetzelfde bleef, telt niet mee voor de grens van 600 antwoorden "
    "per 10 minuten. Gegevens van leerlingen en klassen staan er niet in."
)
_TEXT, _LINK = {"type": "string"}, {"type": "string", "format": "uri"}
_COUNT = {"type": "integer", "minimum": 0}


def document() -> dict[str, Any]:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Zeven Werelden: open data",
            "version": API_VERSION,
            "description": ABOUT,
            "contact": {
                "name": "Over Zeven Werelden",
                "url": our_address() + url_for("public.about"),
            },
        },
        "servers": [{"url": url_for("open_data.openapi").rpartition("/")[0]}],
        "paths": {f"/{each.name}": {"get": _operation(each)} for each in RESOURCES},
        "components": {
            "schemas": {
                **{each.kind.__name__: schema_of(each.kind) for each in RESOURCES},
                "Problem": _PROBLEM,
            },
            "headers": _HEADERS,
            "responses": _RESPONSES,
        },
        "x-bronnen": [as_json(credit(each)) for each in CREDITS],
    }


def _operation(resource: Resource) -> dict[str, Any]:
    row = f"#/components/schemas/{resource.kind.__name__}"
    return {
        "operationId": resource.name,
        "summary": resource.about,
        "parameters": [*map(_filter, resource.filters), *_PAGING],
        "responses": {
            "200": {
                "description": "Wat gevraagd is.",
                "headers": _named("API-Version", "ETag", "Link"),
                "content": {
                    "application/json": {"schema": _page_of(row)},
                    "text/csv": {"schema": _TEXT},
                },
            },
            **{status: {"$ref": f"#/components/responses/{status}"} for status in _RESPONSES},
        },
    }


def _filter(each: Filter) -> dict[str, Any]:
    return _parameter(each.name, each.about, {"type": "string", "enum": list(each.words())})


def _parameter(name: str, about: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": about, "schema": schema}


def _number(most: int, default: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": asked.FIRST, "maximum": most, "default": default}


def _page_of(row: str) -> dict[str, Any]:
    parts = {
        "gegevens": {"type": "array", "items": {"$ref": row}},
        "aantal": {**_COUNT, "description": "Hoeveel er gevonden zijn."},
        "pagina": _COUNT,
        "paginas": _COUNT,
        "paginagrootte": _COUNT,
        "volgende": {**_LINK, "type": ["string", "null"], "description": "De volgende pagina."},
        "bronvermelding": {**_LINK, "description": "Wie je noemt waar je dit gebruikt."},
    }
    return {
        "type": "object",
        "properties": parts,
        "required": list(parts),
        "additionalProperties": False,
    }


def _named(*headers: str) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in headers}


def _problem(about: str, *headers: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": about,
        "headers": _named("API-Version", *headers),
        "content": {CONTENT_TYPE: {"schema": schema}},
    }


def _strings(*names: str) -> Iterable[tuple[str, Any]]:
    return ((name, _TEXT) for name in names)


_PAGING = [
    _parameter(
        asked.FORMAT,
        "csv: alles wat gevraagd is in één bestand (RFC 4180, UTF-8); pagina's tellen dan niet.",
        {"type": "string", "enum": list(asked.FORMATS), "default": asked.JSON},
    ),
    _parameter(asked.PAGE, "Welke pagina.", _number(asked.LAST_PAGE, asked.FIRST)),
    _parameter(
        asked.SIZE, "Hoeveel rijen op een pagina.", _number(asked.MOST_ON_A_PAGE, asked.ON_A_PAGE)
    ),
]
_HEADERS = {
    "API-Version": {"description": "De versie.", "schema": _TEXT},
    "ETag": {"description": "Stuur mee als If-None-Match: 304 als alles bleef.", "schema": _TEXT},
    "Link": {"description": "De volgende pagina (next) en de bronnen (license).", "schema": _TEXT},
    "Retry-After": {"description": "Na hoeveel seconden het weer kan.", "schema": _TEXT},
}
_RESPONSES = {
    "304": {
        "description": "Je hebt het al.",
        "headers": _named("API-Version", "ETag"),
    },
    "405": _problem("Hier kan alleen gelezen worden."),
    "422": _problem("De vraag klopt niet; erbij staat welk deel en wat er mag staan."),
    "429": _problem("Te veel antwoorden in korte tijd.", "Retry-After"),
    "503": _problem("Even niet te bereiken."),
}
_STEP = {
    "type": "object",
    "description": "Het ene dat je nu het beste doet.",
    "properties": {"tekst": _TEXT, "adres": _LINK},
    "required": ["tekst", "adres"],
    "additionalProperties": False,
}
_PROBLEM = {
    "type": "object",
    "description": "Wat er mis is (RFC 9457), en de volgende stap.",
    "properties": {
        **dict(_strings("type", "title", "detail")),
        "status": {"type": "integer"},
        "volgendeStap": _STEP,
    },
    "required": ["type", "title", "status", "detail", "volgendeStap"],
    "additionalProperties": False,
}
