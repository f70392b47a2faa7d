"""Pure: no web, no database, no clock."""
