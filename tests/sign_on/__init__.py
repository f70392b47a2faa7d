"""Signing in with the school's account, against providers that do wrong and one that does right."""
