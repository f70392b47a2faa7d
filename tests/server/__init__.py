"""The door: whole requests, one at a time."""
