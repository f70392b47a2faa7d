"""What classes and steps an attacker tries: near the limit of ten, where a rule would leak."""

from hypothesis import strategies as st

SIZES = st.lists(st.sampled_from([6, 9, 10, 11, 15, 20, 26]), min_size=1, max_size=2)
# One move before the next picture: how many of the first go, of the last go, come, and refine.
NEAR_THE_LIMIT = st.sampled_from([0, 0, 0, 1, 2, 9, 10, 11])
TELLING = [
    (0, 0, 11, 0),  # eleven come ...
    (1, 11, 0, 0),  # ... and leave again, with one of those who were there before
    (0, 11, 0, 1),  # ... while one of those has a new result
    (2, 9, 1, 0),
    (1, 0, 9, 0),  # one for nine ...
    (9, 0, 1, 0),  # ... and nine for one: the first picture has nobody in common with the third
    (10, 0, 10, 0),
    (0, 0, 11, 3),
]
MOVE = st.one_of(
    st.sampled_from(TELLING),
    st.tuples(NEAR_THE_LIMIT, NEAR_THE_LIMIT, NEAR_THE_LIMIT, st.sampled_from([0, 0, 0, 1, 3])),
)
