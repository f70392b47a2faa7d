"""Programmes, companies, events and places: load, check, search, match. No web, no database."""

from quiz.catalogue.catalogue import Catalogue
from quiz.catalogue.findings import CatalogueError, Finding
from quiz.catalogue.load import check_catalogue, load_catalogue
from quiz.catalogue.place_index import Place
from quiz.catalogue.places import UnknownPlace, find_places, resolve_place

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Finding",
    "Place",
    "UnknownPlace",
    "check_catalogue",
    "find_places",
    "load_catalogue",
    "resolve_place",
]
