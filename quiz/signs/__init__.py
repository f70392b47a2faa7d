"""Signs of text: which a name may hold. No web, no database, no content."""

from quiz.signs.names import plain_name, plain_text, unwanted

__all__ = ["plain_name", "plain_text", "unwanted"]
