"""Storage: the tables and the one door to the database."""
