"""Codes and nicknames, in the words of who uses them."""
