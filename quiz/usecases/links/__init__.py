"""Trying the links of the catalogue, from the command line alone: no page ever calls a site."""
