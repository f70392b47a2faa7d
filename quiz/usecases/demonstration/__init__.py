"""The demonstration: an invented school with staff, classes, lessons and talks, to try and to see.

Everything in it is made through the use cases that pupils and staff use; nobody in it is real.
"""
