"""Who wrote a stored row of the catalogue last, or took it away.

A row that was taken away stays as a mark, so that nothing that comes in brings it back unasked.
"""

SEED = "seed"  # files that were loaded
IMPORTED = "duo"  # files of DUO
EDITED = "edited"  # somebody here
REMOVED = "removed"  # taken away by somebody here
LAPSED = "lapsed"  # taken away because DUO's files no longer held it
ORIGINS = (SEED, IMPORTED, EDITED, REMOVED, LAPSED)
GONE = frozenset({REMOVED, LAPSED})
OURS = frozenset({EDITED, REMOVED})  # what somebody here decided, no file changes
