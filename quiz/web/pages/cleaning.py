"""Cleans what people type: control and invisible characters are stripped."""

from quiz.domain.text.names import plain_line, plain_name, plain_text

__all__ = ["plain_line", "plain_name", "plain_text"]
