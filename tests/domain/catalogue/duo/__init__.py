"""Files of DUO, made by hand as DUO writes them, against a small catalogue."""
