"""The use cases of an attempt: start, answer, finish, come back, share, erase."""
