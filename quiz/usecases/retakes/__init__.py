"""Doing the quiz again, and comparing then with now."""
