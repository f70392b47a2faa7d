"""`quiz doctor`, and the faults that it must tell."""
