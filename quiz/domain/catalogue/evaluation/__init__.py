"""How good the suggestions are, on invented pupils."""
