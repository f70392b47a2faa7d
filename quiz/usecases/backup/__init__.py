"""Backups that can be trusted: one file, consistent while the quiz runs, checked before use."""
