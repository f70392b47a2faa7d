"""What coordinators change in the catalogue: row by row, with who and what before, to be undone."""
