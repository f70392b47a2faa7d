"""Keeping the catalogue true: whose rows are whose, and what is to be looked at again."""
