"""Tests of the coordinator's room."""
