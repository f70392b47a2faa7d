"""Storage: the tables and the one way to the database."""
