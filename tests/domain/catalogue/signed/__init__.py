"""The lists of the decaan, held against what pupils get."""
