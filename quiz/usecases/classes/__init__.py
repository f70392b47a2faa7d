"""Classes: joining, closing, what becomes of their entries."""
