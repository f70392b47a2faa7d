"""Training and evaluation of the engine."""
