"""Codes and names that people see instead of an account: class, return and share code, nickname.

Pure: given the same randomness or digest, the same words come out. Nothing here knows who is in a
class or which codes exist; that is for the caller.
"""
