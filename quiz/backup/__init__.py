"""Backups that can be trusted: one file, consistent while the quiz runs, checked before use."""

from quiz.backup.archive import Archive, BackupError
from quiz.backup.operations import back_up, restore

__all__ = ["Archive", "BackupError", "back_up", "restore"]
