"""Changes of the database schema, one file each, forwards and back."""
