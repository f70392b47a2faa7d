"""The gateway: whole requests, one at a time."""
