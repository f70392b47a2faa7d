"""The rooms of the website, one for each audience, independent of each other."""
