"""The words of what can go wrong: what happened, and the one thing to do next."""
