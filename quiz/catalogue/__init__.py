"""Programmes, companies, events and places: load, check, search, match. No web, no database."""

from quiz.catalogue.catalogue import Catalogue
from quiz.catalogue.credits import CREDITS, Credit
from quiz.catalogue.distance import kilometres
from quiz.catalogue.evaluation import Quality, evaluate_catalogue, evaluation_lines
from quiz.catalogue.export import ExportRefused, export_catalogue, export_workbook
from quiz.catalogue.findings import CatalogueError, Finding
from quiz.catalogue.kept import KeptRow, kept_row
from quiz.catalogue.ladder import Rung, UnknownSchoolType, is_late, rung_for
from quiz.catalogue.load import check_catalogue, load_catalogue, read_files
from quiz.catalogue.match import match_next_steps
from quiz.catalogue.moments import Moment, hint_for, load_moments
from quiz.catalogue.place_names import Place
from quiz.catalogue.place_reading import without_postcode
from quiz.catalogue.places import UnknownPlace, find_places, resolve_place
from quiz.catalogue.regional import (
    Given,
    RegionOffer,
    national_events,
    region_of,
    region_offer,
)
from quiz.catalogue.report import report
from quiz.catalogue.schema import Company, Event
from quiz.catalogue.stored import catalogue_of_cells, cells_of
from quiz.catalogue.suggestion import NextSteps, Pupil, Suggestion, Venue

__all__ = [
    "CREDITS",
    "Catalogue",
    "CatalogueError",
    "Company",
    "Credit",
    "Event",
    "ExportRefused",
    "Finding",
    "Given",
    "KeptRow",
    "Moment",
    "NextSteps",
    "Place",
    "Pupil",
    "Quality",
    "RegionOffer",
    "Rung",
    "Suggestion",
    "UnknownPlace",
    "UnknownSchoolType",
    "Venue",
    "catalogue_of_cells",
    "cells_of",
    "check_catalogue",
    "evaluate_catalogue",
    "evaluation_lines",
    "export_catalogue",
    "export_workbook",
    "find_places",
    "hint_for",
    "is_late",
    "kept_row",
    "kilometres",
    "load_catalogue",
    "load_moments",
    "match_next_steps",
    "national_events",
    "read_files",
    "region_of",
    "region_offer",
    "report",
    "resolve_place",
    "rung_for",
    "without_postcode",
]
