"""Sharing a result with a counsellor, and what is agreed on."""
