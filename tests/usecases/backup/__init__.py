"""Backups on both kinds of database: made under load, damaged, and put back."""
