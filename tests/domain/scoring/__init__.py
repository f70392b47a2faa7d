"""The engine: from answers to a profile."""
