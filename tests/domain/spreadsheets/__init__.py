"""Tests of reading and writing tables in files."""
