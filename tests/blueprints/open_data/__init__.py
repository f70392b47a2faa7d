"""The open data, as the programs of others ask for it."""
