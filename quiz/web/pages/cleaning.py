"""What people type, without the signs that no page may repeat."""

from quiz.domain.text.names import plain_name, plain_text

__all__ = ["plain_name", "plain_text"]
