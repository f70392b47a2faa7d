"""Upgrading with two real wheels, and going back."""
