"""Training, evaluation and bench: never imported by the website."""
