"""Tables in files that people hand us: CSV in any dialect of Excel, or XLSX; and writing them.

A file is a header and rows of text with their row numbers, whatever made it. Nothing here knows
what a table is about. Reading takes bounded memory, whatever the file holds (docs/adr/0023).
"""
