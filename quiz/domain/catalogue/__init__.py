"""Programmes, companies, events and places: load, check, search, match. No web, no database."""
