"""Files of DUO, as downloaded, against the catalogue: recognise, read, propose, compare.

Pure: nothing here opens a database or prints. The command `quiz catalogue import duo` and a page of
the website may show the same preview.
"""
