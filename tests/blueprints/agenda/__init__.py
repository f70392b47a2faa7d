"""The agenda of a region as everybody sees it."""
