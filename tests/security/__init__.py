"""Attacks, each tried by a test. What they show stands in docs/security.md."""
