"""Catalogue files: columns, cells, reading, checking, writing."""
