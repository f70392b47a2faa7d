"""Mirrors quiz/blueprints."""
