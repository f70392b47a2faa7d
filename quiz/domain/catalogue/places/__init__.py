"""Places: names as people write them, and distances."""
